namespace NewsBot.TextAnalysis;

/// <summary>A run of letters and digits of one script.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Script">How its script parts words.</param>
/// <param name="AfterBreak">Whether a sentence or paragraph ended before it.</param>
internal readonly record struct RawWord(int Start, int Length, Script Script, bool AfterBreak)
{
    public int End => Start + Length;
}
