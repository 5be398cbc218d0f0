using System.Globalization;
using NewsBot.Sources;
using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Polling;

/// <summary>Feeds whose entries identify themselves badly: what was there at the first look is not new, and what is new is not lost.</summary>
public sealed class BadIdentityTests
{
    private const int Baseline = 20;

    public static TheoryData<string> Flips => [.. Feeds.Keys];

    /// <summary>How an item is written at a visit: its number, the visit, and whether it is there for the first time.</summary>
    private static readonly Dictionary<string, Func<int, int, string>> Feeds = new(StringComparer.Ordinal)
    {
        ["http to https and back"] = (number, visit) => Item(
            guid: $"{Scheme(visit)}://news.example/{number}", link: $"{Scheme(visit)}://news.example/{number}", title: $"Story {number}"),
        ["www comes and goes"] = (number, visit) => Item(
            guid: $"https://{Www(visit)}news.example/{number}", link: $"https://{Www(visit)}news.example/{number}/", title: $"Story {number}"),
        ["http to https, dated"] = (number, visit) => Item(
            guid: $"{Scheme(visit)}://news.example/{number}", link: $"{Scheme(visit)}://news.example/{number}", title: $"Story {number}", date: number),
        ["links with a token, no guid"] = (number, visit) => Item(link: $"https://news.example/read?v={Token(number, visit)}", title: $"Story {number}", date: number),
        ["guids that are new at each visit"] = (number, visit) => Item(guid: Token(number, visit), link: $"https://news.example/{number}", title: $"Story {number}", date: number),
        ["guids and links that are new at each visit"] = (number, visit) => Item(
            guid: Token(number, visit), link: $"https://news.example/read?v={Token(number, visit)}", title: $"Story {number}", text: $"Text of {number}."),
        ["titles alone, dated at each visit"] = (number, visit) => Item(title: $"Story {number}", date: 10_000 * visit),
        ["titles and texts, dated at each visit"] = (number, visit) => Item(title: $"Story {number}", date: 10_000 * visit, text: $"Text of {number}."),
        ["titles alone, undated"] = (number, _) => Item(title: $"Story {number}"),
        ["one guid for all"] = (number, _) => Item(guid: "https://news.example/", link: $"https://news.example/{number}", title: $"Story {number}"),
        ["an empty guid for all"] = (number, _) => Item(guid: " ", link: $"https://news.example/{number}", title: $"Story {number}"),
        ["own guids and one link"] = (number, _) => Item(guid: $"story-{number}", link: "https://news.example/status", title: $"Story {number}"),
        ["one guid and one link for all"] = (number, _) => Item(guid: "x", link: "https://news.example/status", title: $"Story {number}"),
        ["a new content system at the second visit"] = (number, visit) => visit == 0
            ? Item(guid: $"old-{number}", link: $"https://news.example/?p={number}", title: $"Story {number}", date: number, text: $"Text of {number}.")
            : Item(guid: $"https://news.example/story/{number}", link: $"https://news.example/story/{number}", title: $"Story {number}", date: number, text: $"Text of {number}."),
        ["tracking parameters that change"] = (number, visit) => Item(link: $"https://news.example/{number}?utm_campaign=v{visit}", title: $"Story {number}"),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Flips))]
    public async Task The_first_look_is_never_news_and_what_comes_later_is(string feed)
    {
        await using var watching = await Watching.StartAsync("/feed");
        for (var visit = 0; visit < 5; visit++)
        {
            var numbers = Enumerable.Range(1, Baseline + visit).Reverse().Take(Baseline);
            watching.Site.Answer("/feed", Some.Rss([.. numbers.Select(number => Feeds[feed](number, visit))]));
            await watching.VisitAsync();
            watching.Time.Advance(TimeSpan.FromHours(1));
        }

        var entries = await watching.EntriesAsync();
        Assert.Equal(Enumerable.Range(1, Baseline).Select(number => $"Story {number}"), entries.Where(entry => entry.Baseline).Select(entry => entry.Title).Order(ByNumber));
        Assert.Equal(Enumerable.Range(Baseline + 1, 4).Select(number => $"Story {number}"), entries.Where(entry => !entry.Baseline).Select(entry => entry.Title).Order(ByNumber));
        Assert.Empty(watching.Errors);
    }

    [Theory]
    [InlineData("https://news.example/status", "x")]
    [InlineData(null, "x")]
    public async Task A_feed_of_one_item_at_a_time_loses_none(string? link, string id)
    {
        await using var watching = await Watching.StartAsync("/feed");
        for (var number = 1; number <= 4; number++)
        {
            watching.Site.Answer("/feed", Some.Rss(Item(
                guid: link is null ? id : $"{id}{number}", link: link ?? $"https://news.example/{number}", title: $"Story {number}", date: 60 * number, text: $"Text of {number}.")));
            await watching.VisitAsync();
            watching.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["Story 1", "Story 2", "Story 3", "Story 4"], (await watching.EntriesAsync()).Select(entry => entry.Title));
    }

    [Fact]
    public async Task The_next_issue_of_a_column_is_news_with_the_same_title()
    {
        await using var watching = await Watching.StartAsync("/with-ids", "/titles");
        for (var day = 0; day < 3; day++)
        {
            var others = string.Concat(Enumerable.Range(1, 5).Select(number => Item(guid: $"o{number}", title: $"Other {number}", date: number, text: $"Other {number}.")));
            watching.Site.Answer("/with-ids", Some.Rss(Item(guid: $"column-{day}", link: $"https://news.example/column/{day}", title: "Morning briefing", date: 1440 * day, text: $"Day {day}."), others));
            watching.Site.Answer("/titles", Some.Rss(
                Item(title: "Morning briefing", date: 1440 * day, text: $"Day {day}."),
                Item(title: "Other 1", date: 5, text: "Other 1."),
                Item(title: "Other 2", date: 6, text: "Other 2.")));
            await watching.VisitAsync();
            watching.Time.Advance(TimeSpan.FromDays(1));
        }

        var sources = await watching.SourcesAsync();
        var briefings = (await watching.EntriesAsync()).Where(entry => entry.Title == "Morning briefing").ToLookup(entry => entry.SourceId);
        Assert.All(sources, source => Assert.Equal(3, briefings[source.Id].Count()));
    }

    [Fact]
    public async Task A_slug_that_was_edited_makes_no_news_of_an_old_story()
    {
        await using var watching = await Watching.StartAsync("/feed");
        string[] others = [.. Enumerable.Range(1, 10).Select(number => Item(guid: $"https://news.example/{number}", link: $"https://news.example/{number}", title: $"Story {number}", date: number))];
        watching.Site.Answer("/feed", Some.Rss([.. others, Item(guid: "https://news.example/a", link: "https://news.example/a", title: "Bridge closed", date: 50)]));
        await watching.VisitAsync();
        watching.Site.Answer("/feed", Some.Rss([.. others, Item(guid: "https://news.example/b", link: "https://news.example/b", title: "Bridge closed", date: 50)]));

        await watching.VisitAsync();

        Assert.Equal(11, (await watching.EntriesAsync()).Count);
    }

    [Fact]
    public async Task What_cannot_be_relied_on_is_learned_and_forgotten_again()
    {
        await using var watching = await Watching.StartAsync("/feed");
        var learned = new List<IdentityTraits>();
        foreach (var isBad in new[] { true, true, true, false, false })
        {
            watching.Site.Answer("/feed", Some.Rss([.. Enumerable.Range(1, 5).Select(number => Item(
                guid: isBad ? Token(number, learned.Count) : $"good-{number}", link: $"https://news.example/{number}", title: $"Story {number}", date: number))]));
            await watching.VisitAsync();
            learned.Add((await watching.SourceAsync()).IdentityTraits);
        }

        Assert.Equal(IdentityTraits.GuidsChange, learned[2]);
        Assert.Equal(IdentityTraits.None, learned[4]);
        Assert.Equal(5, (await watching.EntriesAsync()).Count);
    }

    [Fact]
    public async Task A_link_that_leads_to_all_entries_is_nobodys_own_page()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss([.. Enumerable.Range(1, 3).Select(number => Feeds["own guids and one link"](number, 0))]));

        await watching.VisitAsync();

        Assert.All(await watching.EntriesAsync(), entry => Assert.True(entry.SharesAddress));
        Assert.Equal(IdentityTraits.LinksRepeat, (await watching.SourceAsync()).IdentityTraits);
    }

    private static Comparer<string> ByNumber => Comparer<string>.Create((one, other) => NumberOf(one).CompareTo(NumberOf(other)));

    private static int NumberOf(string title) => int.Parse(title.Split(' ')[1], CultureInfo.InvariantCulture);

    private static string Scheme(int visit) => visit % 2 == 1 ? "https" : "http";

    private static string Www(int visit) => visit % 2 == 1 ? "www." : "";

    private static string Token(int number, int visit) => string.Create(CultureInfo.InvariantCulture, $"{visit:x4}-{number * 7919:x6}");

    /// <param name="date">Minutes after the first of November.</param>
    private static string Item(string? guid = null, string? link = null, string title = "", int? date = null, string? text = null)
    {
        var published = date is { } minutes ? new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minutes).ToString("r", CultureInfo.InvariantCulture) : null;
        return "<item>"
            + (guid is null ? "" : $"<guid isPermaLink=\"false\">{guid}</guid>")
            + (link is null ? "" : $"<link>{link}</link>")
            + $"<title>{title}</title>"
            + (published is null ? "" : $"<pubDate>{published}</pubDate>")
            + (text is null ? "" : $"<description>{text}</description>")
            + "</item>";
    }
}
