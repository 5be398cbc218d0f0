using System.Diagnostics;
using NewsBot.Topics.Index;
using NewsBot.Topics.Queries;

namespace NewsBot.Benchmarks.Matching;

/// <summary>Takes a part of the topics out and puts them in again, and tells how long each change takes.</summary>
internal static class Churn
{
    public static void Run(TopicIndex index, TopicQuery[] queries, int firstId)
    {
        // A collection of what the measurement was prepared with is no part of it.
        GC.Collect();
        Tell("remove", Time(queries.Length, offset => index.Remove(firstId + offset)));
        Tell("add", Time(queries.Length, offset => index.Add(firstId + offset, queries[offset])));
    }

    private static List<double> Time(int count, Action<int> change)
    {
        var times = new List<double>(count);
        for (var offset = 0; offset < count; offset++)
        {
            var start = Stopwatch.GetTimestamp();
            change(offset);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        times.Sort();
        return times;
    }

    private static void Tell(string what, List<double> times) =>
        Console.WriteLine($"{what,-24} {times[times.Count / 2],12:F2} us   (on average {times.Average():F2}, 99 of 100 within {times[times.Count * 99 / 100]:F1} us)");
}
