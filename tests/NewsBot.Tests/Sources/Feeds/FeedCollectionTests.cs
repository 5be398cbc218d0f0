using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Feeds;

/// <summary>Feeds of other readers' test suites, kept outside the repository: the folder is named by NEWSBOT_CORPORA.</summary>
public sealed class FeedCollectionTests
{
    [Fact]
    public void Dates_are_read_and_what_is_none_is_refused() =>
        Assert.Empty(FeedSuites.Dates(Corpora.Folder("feeds-feedparser")).Wrong);

    [Fact]
    public void The_core_of_feedparsers_suite_is_read_as_it_says() => Assert.Collection(
        FeedSuites.Feedparser(Corpora.Folder("feeds-feedparser")),
        read => Assert.InRange(read.Share, 0.997, 1),
        core => Assert.InRange(core.Share, 0.985, 1));

    [Fact]
    public void The_titles_links_ids_and_dates_of_gofeeds_suite_are_read_as_it_says() => Assert.All(
        FeedSuites.Gofeed(Corpora.Folder("feeds-gofeed")),
        kind => Assert.InRange(kind.Share, kind.What switch { "title" => 0.98, "link" => 0.94, "id" => 0.95, _ => 0.9 }, 1));
}
