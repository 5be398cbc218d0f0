using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics.Queries;

public sealed class QueryIndexTests
{
    private static readonly string[] Words = ["alpha", "beta", "betas", "gamma", "Alphabet", "ALPHA", "US", "us", "Nato", "НАТО", "Polish", "polish", "ship"];

    private static readonly string[] Leaves =
    [
        "alpha", "alpha beta", "\"beta\"", "\"alpha betas\"", "alph*", "beta gamm*", "=ALPHA", "=polish", "=US", "US", "nato", "Poland", "title:alpha", "title:\"us\" gamma",
        "title:nato", "title:gamm*", "source:example.org", "source:tribune", "source:\"daily bugle\"", "lang:en", "lang:uk", "=Alpha*", "ship",
    ];

    [Fact]
    public void The_index_finds_every_kind_of_query_as_the_query_alone_does()
    {
        var random = new Random(31);
        var index = new TopicIndex();
        var queries = new SortedDictionary<long, TopicQuery>();
        var found = 0;
        for (var round = 0; round < 4_000; round++)
        {
            var id = random.NextInt64(1, 300);
            if (random.Next(4) == 0)
            {
                Assert.Equal(queries.Remove(id), index.Remove(id));
            }
            else if (TopicQuery.Parse(RandomText(random, 2)) is TopicParse.Success { Query: var query })
            {
                index.Add(id, query);
                queries[id] = query;
            }

            if (round % 4 == 0)
            {
                var article = RandomArticle(random);
                var matches = index.Match(article);
                Assert.Equal(
                    queries.Select(pair => TopicMatch.Of(pair.Value, article, pair.Key)).OfType<TopicMatch>().Select(match => (match.TopicId, match.Level, match.Score)),
                    matches.Select(match => (match.TopicId, match.Level, match.Score)));
                found += matches.Count;
            }
        }

        Assert.Equal(queries.Count, index.Count);
        Assert.True(found > 1_000);
    }

    [Theory]
    [InlineData("wheat source:bbc.co.uk", true)]
    [InlineData("wheat source:co.uk", true)]
    [InlineData("wheat source:c.co.uk", false)]
    [InlineData("wheat source:bbc", true)]
    [InlineData("wheat source:\"BBC News\"", true)]
    [InlineData("wheat source:\"Daily News\"", false)]
    [InlineData("wheat -source:news", false)]
    [InlineData("wheat lang:en", true)]
    [InlineData("wheat lang:uk", false)]
    [InlineData("wheat -lang:uk", true)]
    [InlineData("wheat AND (rye OR lang:en)", true)]
    [InlineData("wheat AND (rye OR -lang:en)", false)]
    public void Filters_go_by_publisher_and_language(string topic, bool matches)
    {
        var text = new ArticleText("Wheat", null, "", []) { Publisher = "BBC News", Address = "https://www.bbc.co.uk/news/1", Language = "en" };
        Assert.Equal(matches, TopicMatch.Of(Some.Query(topic), AnalyzedArticle.Of(text)) is not null);
    }

    [Theory]
    [InlineData("war", "de", false)]
    [InlineData("war", "en", true)]
    [InlineData("war", null, true)]
    [InlineData("rye -war", "de", true)]
    [InlineData("rye -war", "en", false)]
    [InlineData("war memorial", "de", true)]
    public void A_small_word_of_the_articles_language_says_nothing_alone(string topic, string? language, bool matches)
    {
        var article = AnalyzedArticle.Of(new ArticleText("Rye", null, "The war memorial", []) { Language = language });
        var index = new TopicIndex();
        index.Add(1, Some.Query(topic));
        var found = new List<long>();
        index.Find(article, found);
        Assert.Equal((matches, matches), (TopicMatch.Of(Some.Query(topic), article) is not null, found.Count == 1));
    }

    [Fact]
    public void An_article_of_unknown_origin_passes_no_filter()
    {
        var text = new ArticleText("Wheat", null, "", []);
        Assert.All(["wheat source:bbc", "wheat lang:en"], topic => Assert.Null(TopicMatch.Of(Some.Query(topic), AnalyzedArticle.Of(text))));
        Assert.All(["wheat -source:bbc", "wheat -lang:en"], topic => Assert.NotNull(TopicMatch.Of(Some.Query(topic), AnalyzedArticle.Of(text))));
    }

    private static string RandomText(Random random, int depth)
    {
        if (depth == 0)
        {
            return Leaves[random.Next(Leaves.Length)];
        }

        var (left, right) = (RandomText(random, depth - 1), RandomText(random, depth - 1));
        return random.Next(4) switch
        {
            0 => $"({left}) AND ({right})",
            1 => $"({left}) OR ({right})",
            2 => $"({left}) -({right})",
            _ => left,
        };
    }

    private static AnalyzedArticle RandomArticle(Random random) => AnalyzedArticle.Of(new ArticleText(Text(random, 5), null, Text(random, 12), [])
    {
        Publisher = random.Next(3) switch { 0 => "The Tribune", 1 => "Daily Bugle", _ => null },
        Address = random.Next(2) == 0 ? "https://www.example.org/a" : "https://news.example/a",
        Language = random.Next(3) switch { 0 => "en", 1 => "uk", _ => null },
    });

    private static string Text(Random random, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(most + 1)).Select(_ => Words[random.Next(Words.Length)] + (random.Next(8) == 0 ? "." : "")));
}
