using System.Diagnostics;

namespace NewsBot.Benchmarks.Matching;

/// <summary>Times of single calls. Other work on the machine only adds to them, so the best of several rounds is told.</summary>
internal sealed class Timing
{
    private Timing(double[] microseconds) => Microseconds = microseconds;

    /// <summary>Of the best round, ascending.</summary>
    public double[] Microseconds { get; }

    public double Median => At(0.5);

    /// <param name="share">0 to 1: 0.99 is the time that one call in a hundred exceeds.</param>
    public double At(double share) => Microseconds[(int)(share * (Microseconds.Length - 1))];

    /// <summary>Times a call for each number below <paramref name="calls"/>, after a round that is not counted.</summary>
    public static Timing Of(int calls, int rounds, Action<int> call)
    {
        var best = Round(calls, call);
        for (var round = 0; round < rounds; round++)
        {
            var times = Round(calls, call);
            best = round == 0 || times[calls / 2] < best[calls / 2] ? times : best;
        }

        return new Timing(best);
    }

    private static double[] Round(int calls, Action<int> call)
    {
        var times = new double[calls];
        for (var index = 0; index < calls; index++)
        {
            var start = Stopwatch.GetTimestamp();
            call(index);
            times[index] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        Array.Sort(times);
        return times;
    }
}
