namespace NewsBot.Stories.Copies;

/// <summary>What <see cref="CopyIndex"/> keeps of a text.</summary>
/// <param name="Count">How many shingles the text has.</param>
/// <param name="Lowest">The lowest hashes of them, ascending: as good a sample as any.</param>
internal sealed record ShingleSample(int Count, uint[] Lowest)
{
    private const int MinLength = 24;
    private const int MaxLength = 64;

    /// <summary>One in so many shingles of a long text is kept.</summary>
    private const int Step = 8;

    public static ShingleSample Of(Shingles shingles) =>
        new(shingles.All.Length, shingles.All[..Math.Min(shingles.All.Length, Math.Clamp(shingles.All.Length / Step, MinLength, MaxLength))]);
}
