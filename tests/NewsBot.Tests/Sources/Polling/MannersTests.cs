using Microsoft.AspNetCore.Http;
using NewsBot.Fetching;

namespace NewsBot.Tests.Sources.Polling;

/// <summary>How the bot behaves towards sites over days, on a clock that the tests move. One by one they are in the tests of their parts.</summary>
public sealed class MannersTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unchanged_feed_is_asked_with_what_it_gave_and_nothing_comes_of_it()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Feed(Some.Item(1)), headers: [("ETag", "W/\"odd  one\""), ("Last-Modified", "no date at all")]);
        await watching.VisitAsync();
        watching.Site.Answer("/feed", 304);

        await RunAsync(watching, TimeSpan.FromDays(1));

        Assert.All(watching.Site.Requests.Skip(1), request =>
            Assert.Equal(("W/\"odd  one\"", "no date at all"), (request.Headers["If-None-Match"], request.Headers["If-Modified-Since"])));
        Assert.Single(await watching.EntriesAsync());
    }

    [Fact]
    public async Task A_date_is_never_made_up_for_a_site_that_gave_none_and_the_site_is_asked_rarely()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Feed(Some.Item(1)));

        await RunAsync(watching, TimeSpan.FromDays(1));

        Assert.DoesNotContain(watching.Site.Requests, request => request.Headers.Keys.Any(name => name.StartsWith("If-", StringComparison.OrdinalIgnoreCase)));
        Assert.InRange(watching.Site.Requests.Count, 5, 48);
    }

    [Theory]
    [InlineData("Cache-Control", "max-age=7200", 13)]
    [InlineData("Expires", "7200", 13)]
    [InlineData("", "<ttl>240</ttl>", 7)]
    [InlineData("", "<sy:updatePeriod xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">daily</sy:updatePeriod><sy:updateFrequency xmlns:sy=\"http://purl.org/rss/1.0/modules/syndication/\">4</sy:updateFrequency>", 5)]
    public async Task Nobody_is_asked_before_the_time_that_they_said(string header, string said, int mostInADay)
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.Headers.Date = $"{watching.Time.GetUtcNow():r}";
            context.Response.Headers[header.Length > 0 ? header : "X-Says"] = header == "Expires" ? $"{watching.Time.GetUtcNow().AddHours(2):r}" : "max-age=7200";
            return context.Response.WriteAsync(Feed(header.Length > 0 ? "" : said, Recent(watching)), Stop);
        });
        await watching.VisitAsync();
        var first = (await watching.SourceAsync()).NextCheckAt - watching.Time.GetUtcNow();

        await RunAsync(watching, TimeSpan.FromDays(1));

        Assert.True(first >= TimeSpan.FromHours(2));
        Assert.InRange(watching.Site.Requests.Count, 3, mostInADay);
    }

    [Fact]
    public async Task Hours_and_days_that_a_feed_keeps_free_are_kept_free()
    {
        await using var watching = await Watching.StartAsync("/feed");
        var asked = new List<DateTimeOffset>();
        watching.Site.Answer("/feed", context =>
        {
            asked.Add(watching.Time.GetUtcNow());
            context.Response.Headers.ETag = "\"1\"";
            return context.Response.WriteAsync(
                Feed("<skipHours><hour>0</hour><hour>1</hour><hour>23</hour></skipHours><skipDays><day>Wednesday</day></skipDays>", Recent(watching)), Stop);
        });

        await RunAsync(watching, TimeSpan.FromDays(3));

        Assert.True(asked.Count > 60);
        Assert.DoesNotContain(asked, at => at.Hour is 0 or 1 or 23 || at.DayOfWeek == DayOfWeek.Wednesday);
    }

    [Theory]
    [InlineData("7200")]
    [InlineData("Mon, 02 Nov 2026 14:00:00 GMT")]
    public async Task A_pause_holds_for_all_of_the_host_and_over_a_restart(string retryAfter)
    {
        await using var watching = await Watching.StartAsync("/one", "/two");
        watching.Site.Answer("/one", 503, ("Retry-After", retryAfter));
        watching.Site.Answer("/two", Feed(Some.Item(1)));
        await watching.VisitAsync();

        await watching.RestartAsync();
        watching.Site.Answer("/one", Feed(Some.Item(1)));
        await RunAsync(watching, TimeSpan.FromMinutes(115));
        var page = await watching.GetAsync("/page");

        Assert.Single(watching.Site.Requests);
        Assert.IsType<FetchOutcome.Throttled>(page);
        Assert.All(await watching.SourcesAsync(), source => Assert.Contains("pause", source.FailureReason, StringComparison.Ordinal));

        await RunAsync(watching, TimeSpan.FromMinutes(20));
        Assert.All(await watching.SourcesAsync(), source => Assert.Equal((true, 0, null), (source.LastSuccessAt is not null, source.Failures, source.FailureReason)));
    }

    [Fact]
    public async Task Without_a_word_how_long_the_waits_grow_up_to_the_longest()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", 429);

        await RunAsync(watching, TimeSpan.FromDays(5));

        Assert.InRange(watching.Site.Requests.Count, 7 + 3, 7 + 5);
        Assert.InRange((await watching.SourceAsync()).NextCheckAt - watching.Time.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task A_restart_neither_bursts_nor_forgets()
    {
        await using var watching = await Watching.StartAsync("/one", "/two", "/three");
        foreach (var path in new[] { "/one", "/two", "/three" })
        {
            watching.Site.Answer(path, Feed(Some.Item(1)), headers: ("ETag", "\"1\""));
        }

        await watching.VisitAsync();
        var planned = (await watching.SourcesAsync()).Select(source => source.NextCheckAt).ToList();

        await watching.RestartAsync();

        Assert.Empty(await watching.DueAsync());
        Assert.Equal(planned, (await watching.SourcesAsync()).Select(source => source.NextCheckAt));
        Assert.Equal(3, planned.Distinct().Count());
    }

    [Fact]
    public async Task An_answer_without_news_announces_nothing_however_it_is_dressed()
    {
        await using var watching = await Watching.StartAsync("/feed");
        var day = 1;
        watching.Site.Answer("/feed", context => context.Response.WriteAsync(
            Feed(Some.Item(1, $"Title, edition {day}", $"{day:00} Nov 2026 10:00:00 GMT"), Some.Item(2)), Stop));
        await watching.VisitAsync();
        watching.Doorbell.Notify();
        await watching.Doorbell.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Stop);

        for (day = 2; day < 6; day++)
        {
            await RunAsync(watching, TimeSpan.FromDays(1));
        }

        var entries = await watching.EntriesAsync();
        Assert.Equal(["Title, edition 5", "Story 2"], entries.Select(entry => entry.Title));
        Assert.All(entries, entry => Assert.True(entry.Baseline));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(404)]
    public async Task Nothing_is_asked_again_at_once(int status)
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", status);

        await watching.VisitAsync();

        Assert.Single(watching.Site.Requests);
    }

    /// <summary>Moves the clock, and asks whoever is due each five minutes.</summary>
    private static async Task RunAsync(Watching watching, TimeSpan span)
    {
        for (var end = watching.Time.GetUtcNow() + span; watching.Time.GetUtcNow() < end;)
        {
            await watching.VisitDueAsync();
            watching.Time.Advance(TimeSpan.FromMinutes(5));
        }
    }

    private static string Feed(params string[] items) => Some.Rss(items);

    /// <summary>Entries that make a source seem worth a visit each quarter of an hour.</summary>
    private static string Recent(Watching watching) =>
        string.Concat(Enumerable.Range(1, 3).Select(number => Some.Item(number, date: $"{watching.Time.GetUtcNow().AddMinutes(-number):r}")));
}
