using System.Text;
using NewsBot.Articles;
using NewsBot.BotApi.Updates;
using NewsBot.Content.Dates;
using NewsBot.Sources.Feeds;
using NewsBot.Sources.Opml;
using NewsBot.Stories;
using NewsBot.Stories.Copies;
using NewsBot.Summaries;
using NewsBot.Text;
using NewsBot.Topics;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;
using RecentArticle = NewsBot.Stories.RecentArticle;

namespace NewsBot.Tests.Security;

/// <summary>A reader of outside texts, with good texts to break.</summary>
internal sealed record FuzzTarget(string Name, IReadOnlyList<byte[]> Seeds, Action<byte[]> Read)
{
    private static readonly Uri Address = new("https://news.example/2026/11/30/story");
    private static readonly ArticlePreparer Preparer = new();
    private static readonly PageReader Pages = new(TimeProvider.System);
    private static readonly TopicQuery Query = ((TopicParse.Success)TopicQuery.Parse("nato AND (korea OR dprk) -sport")).Query;

    public static IEnumerable<FuzzTarget> All =>
    [
        new("feed", FuzzSeeds.Feeds, body => FeedReader.Read(body, null, Address)),
        new("JSON feed", FuzzSeeds.JsonFeeds, body => FeedReader.Read(body, "application/feed+json", Address)),
        new("page", FuzzSeeds.Pages, body => Pages.Read(body, "text/html", Address)),
        new("plain page", FuzzSeeds.Articles, body => Pages.Read(body, "text/plain", null)),
        new("date", FuzzSeeds.Dates, text => DateParser.Parse(Text(text))),
        new("query", FuzzSeeds.Queries, text => TopicQuery.Parse(Text(text))),
        new("list of topics", FuzzSeeds.Queries, text => TopicList.Parse(Text(text))),
        new("OPML", FuzzSeeds.OpmlFiles, file => OpmlReader.Read(file)),
        new("update", FuzzSeeds.Updates, ReadUpdate),
        new("updates", FuzzSeeds.Updates, body => GetUpdatesResult.Read($"{{\"ok\":true,\"result\":[{Text(body)}]}}", 200)),
        new("article", FuzzSeeds.Articles, text => ReadArticle(Text(text))),
    ];

    /// <summary>Half of the texts keep lone surrogates, which no decoder of bytes lets through but JSON does.</summary>
    private static string Text(byte[] bytes) =>
        bytes.Length % 2 == 0 ? Encoding.UTF8.GetString(bytes) : Encoding.UTF8.GetString(bytes).Replace("&amp;", "\uD800", StringComparison.Ordinal).Replace("\\udfff", "\uDFFF", StringComparison.Ordinal);

    private static void ReadUpdate(byte[] body) => UpdateParseResult.Of(ReceivedUpdate.Of(Text(body), isWhole: true).Json);

    private static void ReadArticle(string text)
    {
        var title = text.Split('\n', 2)[0];
        var analyzed = AnalyzedArticle.Of(new ArticleText(title, "", text, []));
        _ = TopicMatch.Of(Query, analyzed);
        var stories = new RecentStories();
        var compared = Preparer.Prepare(title, text, LanguageDetector.Detect(text)?.Code, "news.example", DateTimeOffset.UnixEpoch);
        var placement = stories.Place(compared);
        stories.Add(0, 0, new RecentArticle(ShingleSample.Of(compared.Shingles), compared.Vector, placement.Neighbours), isCopy: false);
        _ = stories.CopyCandidates(compared);
        _ = stories.Place(compared);
        _ = Summarizer.Choose(title, text, "en", ["nato"], new SummaryOptions());
    }
}
