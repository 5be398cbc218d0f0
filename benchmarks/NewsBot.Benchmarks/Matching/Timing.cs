using System.Diagnostics;

namespace NewsBot.Benchmarks.Matching;

/// <summary>Times of single calls. Other work on the machine only adds to them, so of several rounds the best is told for each call.</summary>
internal sealed class Timing
{
    private Timing(double[] microseconds) => Microseconds = microseconds;

    /// <summary>One a call, ascending.</summary>
    public double[] Microseconds { get; }

    public double Median => At(0.5);

    /// <param name="share">0 to 1: 0.99 is the time that one call in a hundred exceeds.</param>
    public double At(double share) => Microseconds[(int)(share * (Microseconds.Length - 1))];

    /// <summary>Times a call for each number below <paramref name="calls"/>, after a round that is not counted.</summary>
    public static Timing Of(int calls, int rounds, Action<int> call)
    {
        var best = new double[calls];
        Array.Fill(best, double.MaxValue);
        for (var round = 0; round <= rounds; round++)
        {
            for (var index = 0; index < calls; index++)
            {
                var start = Stopwatch.GetTimestamp();
                call(index);
                var time = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                best[index] = round == 0 ? double.MaxValue : Math.Min(best[index], time);
            }
        }

        Array.Sort(best);
        return new Timing(best);
    }
}
