using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>How right pages of the collections are read: of a part of them, since the benchmark prints it of all.</summary>
public sealed class PageCollectionTests
{
    private const int Every = 4;

    [Fact]
    public void Bodies_of_news_pages_are_found()
    {
        var scores = NewsPages.Read(Read.Reader, Corpora.Folder("pages-news"), Every);

        Assert.InRange(NewsPages.F1(scores), 0.97, 1);
        Assert.InRange(NewsPages.Exact(scores).Share, 0.3, 1);
    }

    [Fact]
    public void Bodies_titles_authors_and_dates_of_pages_in_many_languages_are_found()
    {
        var scores = MultilingualPages.Read(Read.Reader, Corpora.Folder("pages-multilingual"), Every);

        Assert.InRange(MultilingualPages.F1(scores), 0.924, 1);
        Assert.Collection(
            MultilingualPages.Metadata(scores),
            titles => Assert.InRange(titles.Share, 0.85, 1),
            authors => Assert.InRange(authors.Share, 0.6, 1),
            dates => Assert.InRange(dates.Share, 0.8, 1));
    }
}
