using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsBot.Sources;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Feeds whose entries change or repeat what identifies them: each world watches three of a kind at once.</summary>
public sealed class BadlyIdentifiedEntriesTests
{
    private const int Baseline = 5;

    /// <summary>Of events that have nothing in common, so that each is a story of its own.</summary>
    private static readonly (string Title, string Text)[] News =
    [
        ("NATO orders six icebreakers from Finnish yards", "NATO signed a contract for six icebreakers in Turku. The yards will deliver the first of the ships in four years, and NATO pays in euros."),
        ("NATO choir wins a singing contest in Lisbon", "A choir of NATO cooks and drivers won the contest of amateur choirs. NATO sent flowers, and the jury praised the tenors of the choir."),
        ("NATO closes its museum of radio sets for repairs", "The museum of old radio sets that NATO keeps in Mons is closed. A pipe burst above the oldest receiver, and NATO expects to open again in spring."),
    ];

    [Fact]
    public async Task What_flips_between_http_and_https_or_www_is_not_news() => await NothingOldAndAllThatIsNewAsync(
        followLinks: false,
        (number, visit) => Item(guid: $"{Scheme(visit)}://news.example/{number}", link: $"{Scheme(visit)}://news.example/{number}"),
        (number, visit) => Item(guid: $"{Scheme(visit)}://news.example/dated/{number}", link: $"{Scheme(visit)}://news.example/dated/{number}", minutesAgo: 300 - number),
        (number, visit) => Item(guid: $"https://{(visit % 2 == 0 ? "www." : "")}news.example/www/{number}", link: $"https://{(visit % 2 == 0 ? "www." : "")}news.example/www/{number}"));

    [Fact]
    public async Task What_has_other_links_guids_or_dates_at_each_visit_is_not_news() => await NothingOldAndAllThatIsNewAsync(
        followLinks: false,
        (number, visit) => Item(link: $"https://news.example/read?v={visit}-{number}", minutesAgo: 300 - number),
        (number, visit) => Item(guid: $"{visit}-{number}", link: $"https://news.example/other/{number}", minutesAgo: 300 - number),
        (_, visit) => Item(minutesAgo: 200 - (40 * visit)));

    [Fact]
    public async Task One_guid_for_all_hides_nothing_new() => await NothingOldAndAllThatIsNewAsync(
        followLinks: false,
        (number, _) => Item(guid: "https://news.example/", link: $"https://news.example/one/{number}"),
        (number, _) => Item(guid: "", link: $"https://news.example/two/{number}"),
        (number, _) => Item(guid: number % 2 == 0 ? "even" : "odd", link: $"https://news.example/three/{number}", minutesAgo: 300 - number));

    [Fact]
    public async Task One_link_for_all_hides_nothing_new() => await NothingOldAndAllThatIsNewAsync(
        followLinks: false,
        (number, _) => Item(guid: $"one-{number}", link: "https://news.example/status"),
        (number, _) => Item(guid: $"two-{number}", link: "https://news.example/"),
        (_, _) => Item(link: "https://news.example/list", minutesAgo: 60));

    [Fact]
    public async Task Titles_alone_are_pushed_with_their_link() => await NothingOldAndAllThatIsNewAsync(
        followLinks: true,
        (number, _) => Item(guid: $"shell-{number}", link: $"{{files}}shell.html?{number}", hasText: false),
        (_, _) => Item(hasText: false),
        (number, _) => Item(guid: $"missing-{number}", link: "{files}missing.html", hasText: false));

    /// <summary>How an entry is written, but for its title and text.</summary>
    private static Func<string, string, string> Item(string? guid = null, string? link = null, int? minutesAgo = null, bool hasText = true) => (title, text) =>
        "<item>"
        + (guid is null ? "" : $"<guid isPermaLink=\"false\">{guid}</guid>")
        + (link is null ? "" : $"<link>{link}</link>")
        + $"<title>{title}</title>"
        + (minutesAgo is { } minutes ? $"<pubDate>{TimeProvider.System.GetUtcNow().AddMinutes(-minutes).ToString("r", CultureInfo.InvariantCulture)}</pubDate>" : "")
        + (hasText ? $"<description>{text}</description>" : "")
        + "</item>";

    private static async Task NothingOldAndAllThatIsNewAsync(bool followLinks, params Func<int, int, Func<string, string, string>>[] feeds)
    {
        await using var world = await EndToEnd.StartAsync();
        world.Newsroom.Offer("shell.html", Encoding.UTF8.GetBytes("<html><head><title>App</title></head><body><div id=root></div><script src=app.js></script></body></html>"), "text/html");
        Offer(visit: 0, count: Baseline);
        using var bot = await world.StartBotAsync([
            .. feeds.Select((_, index) => ($"Sources:Feeds:{index + 1}", new Uri(world.Newsroom.Files, Name(index)).ToString())),
            ("Articles:FollowLinks", followLinks.ToString())]);
        await world.UntilAsync(db => db.Sources.AllAsync(source => source.BaselineAt != null));
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

        for (var visit = 1; visit <= 2; visit++)
        {
            Offer(visit, Baseline);
            await ServedAsync();
        }

        Offer(visit: 3, count: Baseline + 1);
        for (var index = 0; index < feeds.Length; index++)
        {
            await world.WaitForPushAsync(EndToEnd.Ben, News[index].Title);
        }

        Offer(visit: 4, count: Baseline + 1);
        await ServedAsync();
        Assert.Equal(feeds.Length, (await world.PushesAsync(EndToEnd.Ben)).Count);
        Assert.Equal(feeds.Length * (Baseline + 1), await world.ReadAsync(db => db.Entries.CountAsync(entry => db.Set<Source>().Any(source => source.Id == entry.SourceId && source.Address.Contains("/files/")))));

        void Offer(int visit, int count)
        {
            for (var index = 0; index < feeds.Length; index++)
            {
                var items = Enumerable.Range(1, count).Reverse().Select(number => feeds[index](number, visit)(
                    number > Baseline ? News[index].Title : $"NATO exercise {index}-{number} ends",
                    number > Baseline ? News[index].Text : $"NATO ended exercise number {number} of series {index} on time."));
                var feed = $"<rss version=\"2.0\"><channel><title>Feed {index}</title>{string.Concat(items)}</channel></rss>";
                world.Newsroom.Offer(Name(index), Encoding.UTF8.GetBytes(feed.Replace("{files}", world.Newsroom.Files.ToString(), StringComparison.Ordinal)), "application/rss+xml");
            }
        }

        async Task ServedAsync()
        {
            for (var index = 0; index < feeds.Length; index++)
            {
                await world.Newsroom.ServedAsync(Name(index), world.Limit);
            }
        }
    }

    private static string Name(int index) => $"feed-{index}.xml";

    private static string Scheme(int visit) => visit % 2 == 1 ? "https" : "http";
}
