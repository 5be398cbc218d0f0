using System.Diagnostics;

namespace NewsBot.Benchmarks.Matching;

/// <summary>Times of single calls. Other work on the machine only adds to them, so of several rounds the best is told for each call.</summary>
internal sealed class Timing
{
    /// <summary>The runtime optimises what is called often, in the background, step by step.</summary>
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(1);

    /// <summary>From round to round at least: other work comes in bursts, which must not hit all rounds of what is quick.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(0.2);

    private Timing(double[] microseconds) => Microseconds = microseconds;

    /// <summary>One a call, ascending.</summary>
    public double[] Microseconds { get; }

    public double Median => At(0.5);

    /// <param name="share">0 to 1: 0.99 is the time that one call in a hundred exceeds.</param>
    public double At(double share) => Microseconds[(int)(share * (Microseconds.Length - 1))];

    /// <summary>Times a call for each number below <paramref name="calls"/>, after rounds that are not counted.</summary>
    public static Timing Of(int calls, int rounds, Action<int> call)
    {
        var best = new double[calls];
        Array.Fill(best, double.MaxValue);
        Call(calls, call, Warm);
        for (var round = 0; round < rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            for (var index = 0; index < calls; index++)
            {
                var start = Stopwatch.GetTimestamp();
                call(index);
                best[index] = Math.Min(best[index], Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            Call(calls, call, Apart - Stopwatch.GetElapsedTime(began));
        }

        Array.Sort(best);
        return new Timing(best);
    }

    /// <summary>Calls without counting, for a time.</summary>
    private static void Call(int calls, Action<int> call, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            for (var index = 0; index < calls; index++)
            {
                call(index);
            }
        }
    }
}
