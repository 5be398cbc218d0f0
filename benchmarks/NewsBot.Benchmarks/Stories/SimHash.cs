using System.Numerics;
using NewsBot.Text;

namespace NewsBot.Benchmarks.Stories;

/// <summary>What is mostly used to find copies: 64 bits of a text, copies differ in at most 3 (Manku and others, 2007).</summary>
internal static class SimHash
{
    private const int MaxBits = 3;

    public static ulong Of(string text)
    {
        Span<int> votes = stackalloc int[64];
        foreach (var token in Tokenizer.Tokenize(Tokenizer.Compose(text)))
        {
            var hash = WordHash.Of(token.Term.Plain);
            for (var bit = 0; bit < 64; bit++)
            {
                votes[bit] += (hash >> bit & 1) == 1 ? 1 : -1;
            }
        }

        var print = 0UL;
        for (var bit = 0; bit < 64; bit++)
        {
            print |= votes[bit] > 0 ? 1UL << bit : 0;
        }

        return print;
    }

    public static bool AreCopies(ulong one, ulong other) => BitOperations.PopCount(one ^ other) <= MaxBits;
}
