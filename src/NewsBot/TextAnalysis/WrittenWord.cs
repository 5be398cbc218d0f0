namespace NewsBot.TextAnalysis;

/// <summary>A word as it is written in a text.</summary>
/// <param name="Term">What it is compared by.</param>
/// <param name="Mark">The hash of its stem, and its shape in the two bits that the hash leaves: what matching asks first lies near.</param>
internal readonly record struct WrittenWord(Term Term, ulong Mark)
{
    public TokenShape Shape => (TokenShape)(Mark & 3);

    /// <summary>See <see cref="Term.StemHash"/>.</summary>
    public ulong StemHash => Mark & ~3UL;

    public static WrittenWord Of(Term term, TokenShape shape) => new(term, term.StemHash | (ulong)shape);
}
