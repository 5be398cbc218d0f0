using System.Diagnostics;
using System.Globalization;
using NewsBot.Articles;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Reading;

/// <summary>
/// How long and in how much memory the worst documents are read, each in a process of its own, whose peak counts the runtime and the
/// document too. That nothing is thrown is seen by its coming to an end.
/// </summary>
internal static class BadInput
{
    private static readonly PageReader Reader = new(TimeProvider.System);

    private static readonly IReadOnlyList<(string Name, Func<byte[]> Body, Action<byte[]> Read)> All =
    [
        .. HostileDocument.Pages().Select(page => ($"page, {page.Name}", page.Body, (Action<byte[]>)(body => Reader.Read(body, null, null)))),
        .. HostileDocument.Feeds().Select(feed => ($"feed, {feed.Name}", feed.Body, (Action<byte[]>)(body => FeedReader.Read(body, null, null)))),
    ];

    /// <param name="one">Nothing for all documents; else the number of one and the file that holds it.</param>
    public static int Run(string[] one)
    {
        if (one is [var number, var written])
        {
            Measure(All[int.Parse(number, CultureInfo.InvariantCulture)], File.ReadAllBytes(written));
            return 0;
        }

        var file = Path.GetTempFileName();
        var isFine = Enumerable.Range(0, All.Count).All(document => Try(document, file));
        File.Delete(file);
        return isFine ? 0 : 1;
    }

    private static bool Try(int document, string file)
    {
        File.WriteAllBytes(file, All[document].Body());
        var own = new ProcessStartInfo(Environment.ProcessPath!, [.. Assembly(), "bad", document.ToString(CultureInfo.InvariantCulture), file]);
        using var process = Process.Start(own)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            Console.WriteLine($"{All[document].Name}: FAILED");
        }

        return process.ExitCode == 0;
    }

    /// <summary>The program's own file, where it runs inside of dotnet.</summary>
    private static IEnumerable<string> Assembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(BadInput).Assembly.Location] : [];

    private static void Measure((string Name, Func<byte[]> Body, Action<byte[]> Read) document, byte[] body)
    {
        // What is compiled once is not the document's fault.
        document.Read("<html><body><h1>Head</h1><p>A sentence of a page that nobody made to do harm.</p>"u8.ToArray());
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var start = Environment.CpuUsage.TotalTime;
        document.Read(body);
        var took = Environment.CpuUsage.TotalTime - start;
        process.Refresh();
        Console.WriteLine($"{document.Name.ReplaceLineEndings(" ")}: {took.TotalMilliseconds:F0} ms, peak {process.PeakWorkingSet64 / 1024 / 1024} MiB");
    }
}
