using System.Globalization;
using System.Text;
using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

public sealed class KindsOfFeedsTests
{
    private static readonly DateTimeOffset Published = TimeProvider.System.GetUtcNow().AddMinutes(-90);

    static KindsOfFeedsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, string, string> Kinds => new()
    {
        { "feed.json", "application/feed+json", "utf-8" },
        { "feed.rdf", "application/rdf+xml", "utf-8" },
        { "feed.xml", "application/rss+xml", "windows-1251" },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Its_articles_are_pushed_with_their_title_and_date(string name, string contentType, string charset)
    {
        await using var world = await EndToEnd.StartAsync();
        world.Newsroom.Offer(name, Encode(Feed(name, charset, ""), charset), contentType);
        using var bot = await world.StartBotAsync(("Sources:Feeds:1", new Uri(world.Newsroom.Files, name).ToString()));
        await world.Newsroom.ServedAsync(name, world.Limit);
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

        const string Title = "NATO відкриває школу мостів";
        world.Newsroom.Offer(name, Encode(Feed(name, charset, Title), charset), contentType);
        var push = await world.WaitForPushAsync(EndToEnd.Ben, Title);

        Assert.Contains(Published.UtcDateTime.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture), push.Text, StringComparison.Ordinal);
    }

    private static byte[] Encode(string feed, string charset) => Encoding.GetEncoding(charset).GetBytes(feed);

    /// <summary>A feed with one entry, or with none where the title is empty. The entry has no page: its own text is all there is.</summary>
    private static string Feed(string name, string charset, string title)
    {
        const string Text = "NATO відкрила в понеділок школу, в якій сорок учнів вчитимуться будувати мости. Це третя школа, яку заснувала NATO.";
        var at = Published.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var isEmpty = title.Length == 0;
        return name switch
        {
            "feed.json" => $$"""
                {"version":"https://jsonfeed.org/version/1.1","title":"JSON Tribune","items":[{{(isEmpty ? "" : $$"""{"id":"1","title":"{{title}}","content_text":"{{Text}}","date_published":"{{at}}"}""")}}]}
                """,
            "feed.rdf" => $"""
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="urn:rdf"><title>RDF Tribune</title></channel>
                {(isEmpty ? "" : $"<item rdf:about=\"urn:rdf:1\"><title>{title}</title><description>{Text}</description><dc:date>{at}</dc:date></item>")}
                </rdf:RDF>
                """,
            _ => $"""
                <?xml version="1.0" encoding="{charset}"?><rss version="2.0"><channel><title>Трибуна</title>
                {(isEmpty ? "" : $"<item><guid isPermaLink=\"false\">1</guid><title>{title}</title><description>{Text}</description><pubDate>{Published.ToString("r", CultureInfo.InvariantCulture)}</pubDate></item>")}
                </channel></rss>
                """,
        };
    }
}
