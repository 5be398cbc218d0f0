using System.Diagnostics;
using NewsBot.Articles.Pages;
using SmartReader;

namespace NewsBot.Benchmarks.Reading;

/// <summary>How right pages are read, and how fast and in how much memory each stage of that works, in one thread.</summary>
internal static class PageBenchmark
{
    private const int Rounds = 3;

    public static int Run()
    {
        if (Collection.Folder("pages-news") is not { } news || Collection.Folder("pages-multilingual") is not { } multilingual)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds pages-news and pages-multilingual.");
            return 1;
        }

        var reader = new PageReader(TimeProvider.System);
        NewsPages.Print(NewsPages.Read(reader, news));
        MultilingualPages.Print(MultilingualPages.Read(reader, multilingual));
        Console.WriteLine();
        MeasureStages(reader, [.. NewsPages.Load(news).Select(page => (page.Address, page.Body))]);
        return 0;
    }

    private static void MeasureStages(PageReader reader, IReadOnlyList<(Uri? Address, byte[] Body)> pages)
    {
        const string type = "text/html; charset=utf-8";
        Console.WriteLine($"Stages over {pages.Count} pages of pages-news ({pages.Sum(page => page.Body.Length) / 1024.0 / 1024:F1} MiB), processor time of one thread, the best of {Rounds} rounds:");
        var html = pages.Select(page => PageCharset.Decode(page.Body, type)).ToList();
        Measure("decode", pages.Count, at => PageCharset.Decode(pages[at].Body, type));
        Measure("decode and parse (AngleSharp)", pages.Count, at => HtmlPage.Parse(PageCharset.Decode(pages[at].Body, type))?.Dispose());
        Measure("all: PageReader.Read", pages.Count, at => reader.Read(pages[at].Body, type, pages[at].Address));
        Measure("SmartReader alone, for comparison", pages.Count, at =>
        {
            using var smart = new Reader((pages[at].Address ?? new Uri("https://page.invalid/")).AbsoluteUri, html[at]);
            smart.GetArticle();
        });
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"Peak memory of the whole process: {process.PeakWorkingSet64 / 1024 / 1024} MiB.");
    }

    /// <summary>Processor time, because other work on the machine must not count.</summary>
    private static void Measure(string stage, int pages, Action<int> read)
    {
        var (best, slowest, allocated) = (TimeSpan.MaxValue, TimeSpan.Zero, 0L);
        for (var round = 0; round <= Rounds; round++)
        {
            var (start, bytes, slow) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread(), TimeSpan.Zero);
            for (var at = 0; at < pages; at++)
            {
                var began = Environment.CpuUsage.TotalTime;
                read(at);
                slow = Max(slow, Environment.CpuUsage.TotalTime - began);
            }

            var time = Environment.CpuUsage.TotalTime - start;
            if (round > 0 && time < best)
            {
                (best, slowest, allocated) = (time, slow, GC.GetAllocatedBytesForCurrentThread() - bytes);
            }
        }

        Console.WriteLine(
            $"  {stage}: {pages / best.TotalSeconds:F0} pages/s, slowest page {slowest.TotalMilliseconds:F0} ms, {allocated / 1024.0 / 1024 / pages:F1} MiB allocated a page, heap {GC.GetTotalMemory(forceFullCollection: true) / 1024 / 1024} MiB after");
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
