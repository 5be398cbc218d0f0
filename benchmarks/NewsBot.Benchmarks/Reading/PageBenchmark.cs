using NewsBot.Articles;
using NewsBot.Benchmarks.Reading.Scoring;

namespace NewsBot.Benchmarks.Reading;

/// <summary>How right pages are read, and how fast.</summary>
internal static class PageBenchmark
{
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
        new PageStages([.. NewsPages.Load(news).Select(page => (page.Address, page.Body))]).Measure();
        return 0;
    }
}
