namespace NewsBot.TextAnalysis;

/// <summary>A distinct word in the three forms that it is compared by, from the strictest to the laxest.</summary>
/// <param name="Word">Lower-cased with its accents: "orbán".</param>
/// <param name="Plain">Without accents: "orban". Cyrillic й and ї are letters of their own and stay.</param>
/// <param name="Stem">Without the endings of number and case: "troop" for "troops".</param>
internal sealed record Term(string Word, string Plain, string Stem)
{
    /// <summary>Equal for equal stems. Its two lowest bits are 0: <see cref="WrittenWord"/> keeps the shape there.</summary>
    public ulong StemHash { get; } = WordHash.Of(Stem) << 2;

    /// <summary>The first three letters of the plain form, 16 bits each from the top; 0 for a shorter word.</summary>
    public ulong Beginning { get; } = BeginningOf(Plain);

    public static ulong BeginningOf(string plain) =>
        plain.Length < 3 ? 0 : ((ulong)plain[0] << 48) | ((ulong)plain[1] << 32) | ((ulong)plain[2] << 16);
}
