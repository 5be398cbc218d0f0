namespace NewsBot.Benchmarks.Reading;

/// <summary>Measures a stage of reading in one thread: by processor time, because other work on the machine must not count.</summary>
internal static class Stage
{
    public const int Rounds = 3;

    /// <summary>Shorter rounds are repeated within: the clock of processor time ticks in milliseconds.</summary>
    private static readonly TimeSpan ShortestRound = TimeSpan.FromMilliseconds(300);

    /// <summary>The run-time compiles what is called often a second and third time.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Prints the best of some rounds.</summary>
    /// <param name="stage">What is measured.</param>
    /// <param name="count">How many are read in a round.</param>
    /// <param name="unit">What they are, in the plural.</param>
    /// <param name="read">Reads one, by its number.</param>
    public static void Measure(string stage, int count, string unit, Action<int> read)
    {
        var (best, slowest, allocated) = (TimeSpan.MaxValue, TimeSpan.Zero, 0L);
        Round(count, read, WarmUp);
        for (var round = 0; round < Rounds; round++)
        {
            var (time, slow, bytes) = Round(count, read, ShortestRound);
            if (time < best)
            {
                (best, slowest, allocated) = (time, slow, bytes);
            }
        }

        Console.WriteLine(
            $"  {stage}: {count / best.TotalSeconds:F0} {unit}/s, the slowest {slowest.TotalMilliseconds:F0} ms, {allocated / 1024.0 / 1024 / count:F1} MiB allocated each, heap {GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MiB after");
    }

    /// <summary>What one round took, its slowest piece, and what it allocated.</summary>
    private static (TimeSpan Time, TimeSpan Slowest, long Bytes) Round(int count, Action<int> read, TimeSpan atLeast)
    {
        var (start, bytes, slowest, passes) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), TimeSpan.Zero, 0);
        TimeSpan time;
        do
        {
            for (var at = 0; at < count; at++)
            {
                var began = Environment.CpuUsage.TotalTime;
                read(at);
                var took = Environment.CpuUsage.TotalTime - began;
                slowest = took > slowest ? took : slowest;
            }

            passes++;
            time = Environment.CpuUsage.TotalTime - start;
        }
        while (time < atLeast);

        return (time / passes, slowest, (GC.GetAllocatedBytesForCurrentThread() - bytes) / passes);
    }
}
