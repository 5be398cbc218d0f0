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
        var (newsScores, multilingualScores) = (NewsPages.Read(reader, news), MultilingualPages.Read(reader, multilingual));
        NewsPages.Print(newsScores, withWrong);
        Folds.Print("F1", newsScores, score => score.Site, NewsPages.F1);
        Folds.Print("exact", newsScores, score => score.Site, scores => NewsPages.Exact(scores).Share);
        MultilingualPages.Print(multilingualScores, withWrong);
        Folds.Print("F1", multilingualScores, score => score.Site, MultilingualPages.F1);
        for (var kind = 0; kind < MultilingualPages.Kinds; kind++)
        {
            var at = kind;
            Folds.Print(MultilingualPages.Metadata(multilingualScores)[at].What, multilingualScores, score => score.Site, scores => MultilingualPages.Metadata(scores)[at].Share);
        }

        Console.WriteLine();
        new PageStages([.. NewsPages.Load(news).Select(page => (page.Address, page.Body))]).Measure();
        return 0;
    }
}
