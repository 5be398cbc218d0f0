using System.Text.Json;
using NewsBot.Articles;
using NewsBot.Tests.Articles.Extraction;
using NewsBot.Tests.Support;
using NewsBot.Topics;
using NewsBot.Topics.Matching;

namespace NewsBot.Tests.Topics;

/// <summary>The page that the matcher was calibrated on, as the page reader reads it, with the judgement of people on each topic.</summary>
public sealed class SeedPageTests
{
    [Theory]
    [InlineData("about", MatchLevel.About, MatchLevel.Headline)]
    [InlineData("about_or_mention", MatchLevel.Mention, MatchLevel.Headline)]
    [InlineData("mention_only", MatchLevel.Mention, MatchLevel.Mention)]
    public void Topics_reach_the_level_that_people_gave_them(string judgement, object least, object most)
    {
        var (article, topics) = Read(judgement);
        Assert.All(topics, topic =>
        {
            var match = TopicMatch.Of(Some.Query(topic), article);
            Assert.True(match is not null, topic);
            Assert.InRange(match.Level, (MatchLevel)least, (MatchLevel)most);
        });
    }

    [Fact]
    public void Topics_of_other_articles_never_match()
    {
        var (article, topics) = Read("never");
        Assert.All(topics, topic => Assert.Null(TopicMatch.Of(Some.Query(topic), article)));
    }

    private static (AnalyzedArticle Article, List<string> Topics) Read(string judgement)
    {
        var folder = Corpora.Folder("seed-page");
        var page = Articles.Extraction.Read.Plain(File.ReadAllText(Path.Combine(folder, "page.txt")));
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var topics = expected.RootElement.GetProperty("topics").GetProperty(judgement);
        return (AnalyzedArticle.Of(ArticleText.Of(page)), [.. topics.EnumerateArray().Select(topic => topic.GetString()!)]);
    }
}
