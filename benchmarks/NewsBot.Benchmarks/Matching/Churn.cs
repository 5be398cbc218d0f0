using System.Diagnostics;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Benchmarks.Matching;

/// <summary>Takes a part of the topics out and puts them in again while a reader matches articles, and tells what both lose by it.</summary>
internal sealed class Churn(TopicIndex index, AnalyzedArticle[] articles)
{
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(2);

    private long matched;

    public void Run(TopicQuery[] queries, int firstId)
    {
        // What was made to measure with must not be moved while it is measured.
        GC.Collect();
        using var stop = new CancellationTokenSource();
        var reader = new Thread(() => Read(stop.Token));
        reader.Start();
        var idle = Rate(() =>
        {
            var start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start) < Alone)
            {
                // Busy, as the writer will be: it must not look as if the writer took the reader's processor.
            }
        });
        var times = new List<double>();
        var busy = Rate(() =>
        {
            Time(queries.Length, times, offset => index.Remove(firstId + offset));
            Time(queries.Length, times, offset => index.Add(firstId + offset, queries[offset]));
        });
        stop.Cancel();
        reader.Join();
        Tell("remove", times[..queries.Length]);
        Tell("add", times[queries.Length..]);
        Console.WriteLine($"a reader meanwhile keeps {busy / idle,11:P0}      of {idle:F0} articles a second");
    }

    private static void Time(int count, List<double> times, Action<int> change)
    {
        for (var offset = 0; offset < count; offset++)
        {
            var start = Stopwatch.GetTimestamp();
            change(offset);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }

    private static void Tell(string what, List<double> times)
    {
        var sorted = times.Order().ToList();
        Console.WriteLine($"{what,-24} {sorted[sorted.Count / 2],12:F2} us   (on average {times.Average():F2}, 99 of 100 within {sorted[sorted.Count * 99 / 100]:F1} us)");
    }

    private double Rate(Action work)
    {
        var (before, start) = (Interlocked.Read(ref matched), Stopwatch.GetTimestamp());
        work();
        return (Interlocked.Read(ref matched) - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private void Read(CancellationToken stop)
    {
        var found = new List<long>(1_000_000);
        for (var number = 0; !stop.IsCancellationRequested; number = (number + 1) % articles.Length)
        {
            found.Clear();
            index.Find(articles[number], found);
            Interlocked.Increment(ref matched);
        }
    }
}
