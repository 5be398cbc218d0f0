namespace NewsBot.Text;

/// <summary>One word of a text.</summary>
internal readonly record struct Token
{
    private readonly ulong mark;

    /// <param name="word">What it is compared by, and how it is written here.</param>
    /// <param name="position">Counts words; neighbours differ by 1, and a sentence's end leaves a gap, so that no phrase spans it.</param>
    /// <param name="start">First UTF-16 unit in the text that was segmented.</param>
    /// <param name="length">UTF-16 units, without a possessive ending.</param>
    public Token(WrittenWord word, int position, int start, int length)
    {
        (Term, mark) = (word.Term, word.Mark);
        (Position, Start, Length) = (position, start, length);
    }

    public Term Term { get; }

    public int Position { get; }

    public int Start { get; }

    public int Length { get; }

    public int End => Start + Length;

    public TokenShape Shape => WrittenWord.ShapeOf(mark);

    /// <summary>See <see cref="Term.StemHash"/>.</summary>
    public ulong StemHash => WrittenWord.StemOf(mark);
}
