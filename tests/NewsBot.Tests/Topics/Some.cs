using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics;

internal static class Some
{
    public static TopicQuery Query(string text) => TopicQuery.Parse(text) switch
    {
        TopicParse.Success success => success.Query,
        TopicParse.Failure failure => throw new InvalidOperationException($"{text}: {failure.Problem} at {failure.Position}"),
        _ => throw new InvalidOperationException(),
    };

    public static AnalyzedArticle Article(string body, string title = "", params string[] tags) =>
        AnalyzedArticle.Of(new ArticleText(title, null, body, tags));

    public static TopicMatch? Match(string topic, string body, string title = "", params string[] tags) =>
        TopicMatch.Of(Query(topic), Article(body, title, tags));

    public static bool Matches(string topic, string body) => Match(topic, body) is not null;
}
