namespace NewsBot.Text;

/// <summary>A distinct word in the three forms used for comparison, from strict to loose.</summary>
/// <param name="Word">Lower-cased with its accents: "orbán".</param>
/// <param name="Plain">Without accents: "orban". Cyrillic й and ї are letters of their own and stay.</param>
/// <param name="Stem">Without the endings of number and case: "troop" for "troops".</param>
internal sealed record Term(string Word, string Plain, string Stem)
{
    /// <summary>Equal for equal stems. Its two lowest bits are 0: <see cref="WrittenWord"/> keeps the shape there.</summary>
    public ulong StemHash { get; } = WordHash.Of(Stem) << 2;
}
