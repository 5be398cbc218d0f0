namespace NewsBot.Text;

/// <summary>A word as it is written in a text: with its term, what matching asks first, so that the term need not be fetched.</summary>
/// <param name="Term">What it is compared by.</param>
/// <param name="Mark">The hash of its stem, and its shape in the two bits that the hash leaves.</param>
internal readonly record struct WrittenWord(Term Term, ulong Mark)
{
    private const ulong ShapeBits = 3;

    public static WrittenWord Of(Term term, TokenShape shape) => new(term, term.StemHash | (ulong)shape);

    public static TokenShape ShapeOf(ulong mark) => (TokenShape)(mark & ShapeBits);

    public static ulong StemOf(ulong mark) => mark & ~ShapeBits;
}
