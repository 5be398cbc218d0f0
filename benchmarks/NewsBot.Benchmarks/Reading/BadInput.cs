using System.Diagnostics;
using NewsBot.Articles.Pages;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Reading;

/// <summary>How long and in how much memory the worst documents are read. That nothing is thrown is seen by its coming to an end.</summary>
internal static class BadInput
{
    public static int Run()
    {
        var reader = new PageReader(TimeProvider.System);
        foreach (var page in HostileDocument.Pages())
        {
            Measure($"page, {page.Name}", page.Body(), body => reader.Read(body, null, null));
        }

        foreach (var feed in HostileDocument.Feeds())
        {
            Measure($"feed, {feed.Name}", feed.Body(), body => FeedReader.Read(body, null, null));
        }

        return 0;
    }

    private static void Measure(string name, byte[] body, Action<byte[]> read)
    {
        GC.Collect();
        Console.Write($"{name.ReplaceLineEndings(" ")}: ");
        using var process = Process.GetCurrentProcess();
        var (start, bytes) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        read(body);
        var took = Environment.CpuUsage.TotalTime - start;
        Console.WriteLine($"{took.TotalMilliseconds:F0} ms {(GC.GetTotalAllocatedBytes() - bytes) / 1024 / 1024} MiB allocated, peak so far {process.PeakWorkingSet64 / 1024 / 1024} MiB");
    }
}
