namespace NewsBot.TextAnalysis;

/// <summary>A distinct word in the three forms that it is compared by, from the strictest to the laxest.</summary>
/// <param name="Word">Lower-cased with its accents: "orbán".</param>
/// <param name="Plain">Without accents: "orban". Cyrillic й and ї are letters of their own and stay.</param>
/// <param name="Stem">Without the endings of number and case: "troop" for "troops".</param>
internal sealed record Term(string Word, string Plain, string Stem)
{
    /// <summary>How many letters <see cref="Beginning"/> stands for.</summary>
    public const int BeginningLength = 4;

    /// <summary>Equal for equal stems. Its two lowest bits are 0: <see cref="WrittenWord"/> keeps the shape there.</summary>
    public ulong StemHash { get; } = WordHash.Of(Stem) << 2;

    /// <summary>The state of <see cref="WordHash"/> after the first letters of the plain form; 0 for a word that has fewer.</summary>
    public ulong Beginning { get; } = BeginningOf(Plain);

    /// <summary>Half of <see cref="Beginning"/>: enough to tell most words apart. 0 for 0 alone.</summary>
    public uint FirstLetters => FirstLettersOf(Beginning);

    public static ulong BeginningOf(string plain)
    {
        if (plain.Length < BeginningLength)
        {
            return 0;
        }

        var state = WordHash.Start;
        for (var index = 0; index < BeginningLength; index++)
        {
            state = WordHash.Extend(state, plain[index]);
        }

        return state;
    }

    public static uint FirstLettersOf(ulong beginning) => beginning == 0 ? 0 : (uint)(beginning >> 32) | 1;
}
