using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>Where in an article each stem stands: a chain of tokens per stem, found by the stem's hash. Used again for each article.</summary>
internal sealed class StemPositions
{
    /// <summary>Token indexes + 1 of the first places; 0 is free. A power of two, and at least twice the tokens.</summary>
    private int[] heads = new int[1024];
    private int[] next = [];
    private int[] distinct = [];
    private int count;

    /// <summary>The stem of each token, from index 1 on.</summary>
    private ulong[] hashes = [0];

    /// <summary>One token of each distinct stem.</summary>
    public ReadOnlySpan<int> Distinct => distinct.AsSpan(0, count);

    /// <summary>The stem of each token.</summary>
    public ReadOnlySpan<ulong> Hashes => hashes.AsSpan(1);

    public void Build(ReadOnlySpan<Token> tokens)
    {
        MakeRoom(tokens.Length);
        for (var index = 0; index < tokens.Length; index++)
        {
            hashes[index + 1] = tokens[index].StemHash;
        }

        // From the end, so that each chain ascends. Whether a word was met before cannot be guessed: it is written down in any case.
        var end = 0;
        for (var index = tokens.Length - 1; index >= 0; index--)
        {
            ref var head = ref HeadOf(hashes[index + 1]);
            distinct[end] = index;
            end += head == 0 ? 1 : 0;
            next[index] = head - 1;
            head = index + 1;
        }

        count = end;
    }

    /// <summary>The first token with the stem, or -1.</summary>
    public int First(ulong stem) => HeadOf(stem) - 1;

    /// <summary>The next token with the same stem, or -1.</summary>
    public int Next(int token) => next[token];

    private void MakeRoom(int tokens)
    {
        if (next.Length < tokens)
        {
            next = new int[tokens];
            distinct = new int[tokens];
            hashes = new ulong[tokens + 1];
        }

        if (heads.Length < tokens * 2)
        {
            heads = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)tokens * 2)];
        }
        else
        {
            Array.Clear(heads);
        }
    }

    private ref int HeadOf(ulong hash)
    {
        // Both are asked at once: whether a place is free cannot be guessed, but that it is no other stem's can.
        var index = (int)(hash >> 7) & (heads.Length - 1);
        while ((heads[index] != 0) & (hashes[heads[index]] != hash))
        {
            index = (index + 1) & (heads.Length - 1);
        }

        return ref heads[index];
    }
}
