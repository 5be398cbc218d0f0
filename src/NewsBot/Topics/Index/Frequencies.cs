using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// In how many of the articles seen each stem stands, roughly: stems share 65,536 counters, and threads may lose a count.
/// It only decides under which of its words a topic is kept.
/// </summary>
internal sealed class Frequencies
{
    private const int Counters = 1 << 16;

    /// <summary>Enough to rank words; afterwards an article in eight is counted.</summary>
    private const int Sample = 4096;

    private readonly ushort[] counts = new ushort[Counters];
    private int articles;

    /// <summary>Whether the next article is to be counted.</summary>
    public bool Wants => ++articles < Sample || articles % 8 == 0;

    /// <summary>Counts the stems of an article, each once.</summary>
    public void Count(StemPositions article)
    {
        foreach (var token in article.Distinct)
        {
            Count(article.Hashes[token]);
        }
    }

    /// <summary>Above 0; comparable with each other.</summary>
    public double Of(ulong stem) => counts[(int)(stem >> 20) & (Counters - 1)] + 0.5;

    private void Count(ulong stem)
    {
        ref var count = ref counts[(int)(stem >> 20) & (Counters - 1)];
        if (count == ushort.MaxValue)
        {
            Halve();
        }

        count++;
    }

    private void Halve()
    {
        foreach (ref var count in counts.AsSpan())
        {
            count /= 2;
        }
    }
}
