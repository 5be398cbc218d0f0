namespace NewsBot.TextAnalysis;

/// <summary>One word of a text.</summary>
/// <param name="Word">What it is compared by, and how it is written here.</param>
/// <param name="Position">Counts words; neighbours differ by 1, and a sentence's end leaves a gap, so that no phrase spans it.</param>
/// <param name="Start">First UTF-16 unit in the text that was segmented.</param>
/// <param name="Length">UTF-16 units, without a possessive ending.</param>
internal readonly record struct Token(WrittenWord Word, int Position, int Start, int Length)
{
    public Term Term => Word.Term;

    public TokenShape Shape => Word.Shape;

    public int End => Start + Length;
}
