using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// In how many of the articles seen each stem stands, roughly: stems share 65,536 counters. It only decides under which of its words a
/// topic is kept.
/// </summary>
internal sealed class TermFrequencies
{
    private const int Counters = 1 << 16;

    /// <summary>Enough articles to rank words; afterwards one in <see cref="Thinning"/> is counted.</summary>
    private const int SampleSize = 4096;

    private const int Thinning = 8;

    private readonly ushort[] counts = new ushort[Counters];
    private int articles;

    /// <summary>Counts the stems of an article, each once; of many articles only some.</summary>
    public void Sample(StemPositions article)
    {
        if (++articles < SampleSize || articles % Thinning == 0)
        {
            Count(article);
        }
    }

    /// <summary>Counts the stems of an article, each once.</summary>
    public void Count(StemPositions article)
    {
        foreach (var token in article.Distinct)
        {
            Count(article.Hashes[token]);
        }
    }

    /// <summary>Above 0; comparable with each other.</summary>
    public double Of(ulong stem) => counts[CounterOf(stem)] + 0.5;

    private void Count(ulong stem)
    {
        ref var count = ref counts[CounterOf(stem)];
        if (count == ushort.MaxValue)
        {
            Halve();
        }

        count++;
    }

    private static int CounterOf(ulong stem) => (int)(stem >> 20) & (Counters - 1);

    private void Halve()
    {
        foreach (ref var count in counts.AsSpan())
        {
            count /= 2;
        }
    }
}
