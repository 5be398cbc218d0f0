using System.Numerics;

namespace NewsBot.Text;

/// <summary>
/// 64-bit hashes by which words are compared without their letters. Of a million words two are alike once in 30 million processes,
/// and nobody can choose words that are, because every process has its own seed.
/// </summary>
internal static class WordHash
{
    private const ulong Factor = 0x9FB21C651E98DF25;

    private static readonly ulong Seed = unchecked((ulong)Random.Shared.NextInt64(long.MinValue, long.MaxValue)) | 1;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        var state = Start;
        foreach (var letter in word)
        {
            state = Extend(state, letter);
        }

        return Finish(state);
    }

    /// <summary>What a word that is hashed letter by letter begins with: all its beginnings are hashed on the way.</summary>
    public static ulong Start => Seed;

    public static ulong Extend(ulong state, char letter) => BitOperations.RotateLeft((state ^ letter) * Factor, 23);

    /// <summary>Never 0.</summary>
    public static ulong Finish(ulong state)
    {
        state = (state ^ (state >> 29)) * Factor;
        return (state ^ (state >> 32)) | 1;
    }

    /// <summary>The hash of two things in this order.</summary>
    public static ulong Join(ulong first, ulong second) => Finish(BitOperations.RotateLeft(first * Factor, 31) ^ second);
}
