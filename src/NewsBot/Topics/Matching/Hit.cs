namespace NewsBot.Topics.Matching;

/// <summary>A place in an article where a phrase stands: a run of tokens.</summary>
/// <param name="First">Index of the first token.</param>
/// <param name="Count">Tokens, 1 or more.</param>
internal readonly record struct Hit(int First, int Count)
{
    public int End => First + Count;
}
