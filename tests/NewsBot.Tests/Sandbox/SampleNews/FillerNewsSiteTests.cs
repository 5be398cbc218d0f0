using NewsBot.Sandbox.SampleNews;
using NewsBot.Stories;
using NewsBot.Stories.Clustering;

namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class FillerNewsSiteTests
{
    private readonly FillerNewsSite gazette = new();

    [Fact]
    public void A_demonstration_names_its_topic_in_title_and_first_paragraph_and_says_what_it_is()
    {
        for (var number = 0; number < 25; number++)
        {
            var page = gazette.Demonstration("glass harmonica", number);

            Assert.Contains("glass harmonica", page.Title, StringComparison.Ordinal);
            Assert.Contains("glass harmonica", page.Paragraphs![0], StringComparison.Ordinal);
            Assert.Matches("template|demonstration|printed|Gazette", page.Paragraphs[0]);
            Assert.Equal(5, page.Paragraphs.Count);
            Assert.DoesNotContain("{{", string.Join(' ', page.Paragraphs), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_of_the_first_25_demonstrations_share_one_paragraph_at_most()
    {
        var pages = Enumerable.Range(0, 25).Select(number => gazette.Demonstration("tides", number).Paragraphs!).ToList();

        Assert.All(
            from one in pages from other in pages where one != other select one.Intersect(other).Count(),
            shared => Assert.InRange(shared, 0, 1));
    }

    [Fact]
    public void A_query_is_demonstrated_by_the_words_it_wants() =>
        Assert.StartsWith("nato, korea: ", gazette.Demonstration("nato AND korea -sport", 0).Title, StringComparison.Ordinal);

    [Fact]
    public void A_callers_text_becomes_neither_markup_nor_placeholder()
    {
        var page = new OwnPage("AT&T <3 {{published}}", ["<b>{{address}}</b>"], "<i>", "{{author}}");

        var printed = gazette.Print(page, "own", DateTimeOffset.UnixEpoch).Render("http://host/news/own");

        Assert.Contains("<h1>AT&amp;T &lt;3 &#123;&#123;published}}</h1>", printed, StringComparison.Ordinal);
        Assert.Contains("<p>&lt;b&gt;&#123;&#123;address}}&lt;/b&gt;</p>", printed, StringComparison.Ordinal);
        Assert.Contains("<time datetime=\"1970-01-01T00:00:00Z\">1 January 1970, 00:00 UTC</time>", printed, StringComparison.Ordinal);
        Assert.Contains("href=\"http://host/news/own\"", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Demonstrations_of_different_topics_are_stories_of_their_own()
    {
        string[] topics =
        [
            "glass harmonica", "paper planes", "sourdough", "night trains", "beekeeping", "tiny houses", "chess openings", "wild mushrooms", "kites",
            "harbour seals", "stamps", "urban foxes", "Kazoo Orchestra", "old maps", "sea glass", "clay ovens", "moss gardens", "bird rings",
            "cheese caves", "fog horns", "salt mines", "tide pools", "bell towers", "quantum computing", "quantum physics",
        ];
        var (preparer, clusterer) = (new ArticlePreparer(), new StoryClusterer(RecentStories.DefaultCapacity));
        var now = new DateTimeOffset(2030, 5, 6, 12, 0, 0, TimeSpan.Zero);
        for (var number = 0; number < topics.Length; number++)
        {
            var page = gazette.Demonstration(topics[number], number);
            var vector = preparer.Prepare(page.Title!, string.Join("\n\n", page.Paragraphs!), "en", "Gazette", now.AddMinutes(number)).Vector;
            var placement = clusterer.Place(vector);

            Assert.Null(placement.Story);
            clusterer.Add(number, number, vector, placement.Neighbours);
        }
    }
}
