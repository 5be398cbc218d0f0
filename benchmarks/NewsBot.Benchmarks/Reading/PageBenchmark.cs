using System.Diagnostics;
using NewsBot.Articles.Pages;
using NewsBot.Benchmarks.Reading.Scoring;
using SmartReader;

namespace NewsBot.Benchmarks.Reading;

/// <summary>How right pages are read, and how fast and in how much memory each stage of that works, beside SmartReader.</summary>
internal static class PageBenchmark
{
    private const string ContentType = "text/html; charset=utf-8";

    /// <param name="withWrong">Whether to tell each page that is read wrongly.</param>
    public static int Run(bool withWrong)
    {
        if (Collection.Folder("pages-news") is not { } news || Collection.Folder("pages-multilingual") is not { } multilingual)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds pages-news and pages-multilingual.");
            return 1;
        }

        var reader = new PageReader(TimeProvider.System);
        NewsPages.Print(NewsPages.Read(reader, news), withWrong);
        MultilingualPages.Print(MultilingualPages.Read(reader, multilingual), withWrong);
        Console.WriteLine();
        MeasureStages(reader, [.. NewsPages.Load(news).Select(page => (page.Address, page.Body))]);
        return 0;
    }

    private static void MeasureStages(PageReader reader, IReadOnlyList<(Uri? Address, byte[] Body)> pages)
    {
        Console.WriteLine($"Stages over {pages.Count} pages of pages-news ({pages.Sum(page => page.Body.Length) / 1024.0 / 1024:F1} MiB), processor time of one thread, the best of {Stage.Rounds} rounds:");
        Stage.Measure("decode", pages.Count, "pages", at => PageCharset.Decode(pages[at].Body, ContentType));
        Stage.Measure("decode and parse (AngleSharp)", pages.Count, "pages", at => HtmlPage.Parse(PageCharset.Decode(pages[at].Body, ContentType))?.Dispose());
        Stage.Measure("all: PageReader.Read", pages.Count, "pages", at => reader.Read(pages[at].Body, ContentType, pages[at].Address));
        PrintPeak("until here");
        Stage.Measure("decode and SmartReader alone, for comparison", pages.Count, "pages", at => ReadBySmartReader(pages[at]));
        PrintPeak("with SmartReader");
    }

    private static void ReadBySmartReader((Uri? Address, byte[] Body) page)
    {
        using var smart = new Reader((page.Address ?? new Uri("https://page.invalid/")).AbsoluteUri, PageCharset.Decode(page.Body, ContentType));
        smart.GetArticle();
    }

    private static void PrintPeak(string when)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"  peak memory of the process {when}: {process.PeakWorkingSet64 / 1024 / 1024} MiB");
    }
}
