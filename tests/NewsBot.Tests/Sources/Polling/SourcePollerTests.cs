using Microsoft.EntityFrameworkCore;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Tests.Sources.Polling;

public sealed class SourcePollerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Validators_are_kept_and_an_unchanged_feed_changes_nothing_but_the_schedule()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss("<ttl>120</ttl>", Some.Item(1)), headers: [("ETag", "W/\"a 1\""), ("Last-Modified", "whenever")]);
        await watching.VisitAsync();
        watching.Site.Answer("/feed", 304);
        watching.Time.Advance(TimeSpan.FromHours(3));

        await watching.VisitAsync();

        var source = await watching.SourceAsync();
        Assert.Equal("whenever", watching.Site.Requests[1].Headers["If-Modified-Since"]);
        Assert.Equal("W/\"a 1\"", watching.Site.Requests[1].Headers["If-None-Match"]);
        Assert.Equal(("whenever", watching.Time.GetUtcNow()), (source.LastModified, source.LastSuccessAt));
        Assert.InRange(source.NextCheckAt - watching.Time.GetUtcNow(), TimeSpan.FromMinutes(120), TimeSpan.FromMinutes(132));
        Assert.Single(await watching.EntriesAsync());
    }

    [Fact]
    public async Task A_failure_is_said_once_and_so_is_its_end()
    {
        await using var watching = await Watching.StartAsync("/feed?key=secret");
        for (var visit = 0; visit < 4; visit++)
        {
            await watching.VisitAsync();
        }

        var failing = await watching.SourceAsync();
        Assert.Equal(4, failing.Failures);
        Assert.Contains("404", failing.FailureReason, StringComparison.Ordinal);
        Assert.InRange(failing.NextCheckAt - watching.Time.GetUtcNow(), TimeSpan.FromHours(2), TimeSpan.FromHours(2.2));
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1)));
        await watching.VisitAsync();

        var healthy = await watching.SourceAsync();
        Assert.Equal((0, null), (healthy.Failures, healthy.FailureReason));
        Assert.DoesNotContain("secret", Assert.Single(watching.Warnings), StringComparison.Ordinal);
        Assert.Contains("after 4 failures", Assert.Single(watching.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_web_page_in_place_of_the_feed_is_a_failure_and_its_validators_are_not_kept()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", "<!doctype html><html><body>Maintenance</body></html>", "text/html", ("ETag", "\"page\""));

        await watching.VisitAsync();

        var source = await watching.SourceAsync();
        Assert.Equal("The address answered a web page, not a feed.", source.FailureReason);
        Assert.Null(source.EntityTag);
        Assert.Null(source.BaselineAt);
    }

    [Fact]
    public async Task A_feed_that_is_gone_once_is_asked_again()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", 410);
        await watching.VisitAsync();
        watching.Site.Answer("/feed", 500);
        await watching.VisitAsync();
        watching.Site.Answer("/feed", 410);

        await watching.VisitAsync();

        Assert.Equal(SourceState.Watched, (await watching.SourceAsync()).State);
        Assert.Equal(3, (await watching.SourceAsync()).Failures);
    }

    [Fact]
    public async Task A_feed_that_is_gone_twice_in_a_row_is_not_asked_again()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", 410);

        await watching.VisitAsync();
        await watching.VisitAsync();
        watching.Time.Advance(TimeSpan.FromDays(30));

        Assert.Equal(SourceState.Gone, (await watching.SourceAsync()).State);
        Assert.Empty(await watching.DueAsync());
        Assert.Equal(2, watching.Warnings.Count);
    }

    [Fact]
    public async Task A_move_is_believed_at_the_second_time()
    {
        await using var watching = await Watching.StartAsync("/old");
        watching.Site.Answer("/old", 301, ("Location", "/new"));
        watching.Site.Answer("/new", Some.Rss(Some.Item(1)));

        await watching.VisitAsync();
        Assert.Equal(watching.Site.At("/old").AbsoluteUri, (await watching.SourceAsync()).Address);
        await watching.VisitAsync();
        Assert.Equal(watching.Site.At("/new").AbsoluteUri, (await watching.SourceAsync()).Address);

        Assert.Single(await watching.EntriesAsync());
    }

    [Fact]
    public async Task A_temporary_redirect_is_no_move()
    {
        await using var watching = await Watching.StartAsync("/old");
        watching.Site.Answer("/old", 302, ("Location", "/new"));
        watching.Site.Answer("/new", Some.Rss(Some.Item(1)));

        await watching.VisitAsync();
        await watching.VisitAsync();
        await watching.VisitAsync();

        Assert.Equal(watching.Site.At("/old").AbsoluteUri, (await watching.SourceAsync()).Address);
    }

    [Fact]
    public async Task A_feed_that_moved_to_where_another_is_keeps_its_address()
    {
        await using var watching = await Watching.StartAsync("/old", "/new");
        watching.Site.Answer("/old", 301, ("Location", "/new"));
        watching.Site.Answer("/new", Some.Rss(Some.Item(1)));

        await watching.VisitAsync();
        await watching.VisitAsync();
        await watching.VisitAsync();

        Assert.Equal(
            [watching.Site.At("/old").AbsoluteUri, watching.Site.At("/new").AbsoluteUri], (await watching.SourcesAsync()).Select(source => source.Address));
        Assert.Empty(watching.Errors);
    }

    [Fact]
    public async Task A_source_that_is_removed_while_it_is_fetched_stays_removed()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", async context =>
        {
            await using var db = watching.Open();
            await db.Sources.ExecuteDeleteAsync(Stop);
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, Some.Rss(Some.Item(1)), Stop);
        });

        await watching.VisitAsync();

        Assert.Empty(await watching.SourcesAsync());
        Assert.Empty(await watching.EntriesAsync());
        Assert.Empty(watching.Errors);
    }

    [Fact]
    public async Task A_source_that_trips_us_is_put_off_and_stops_nobody()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1)));
        await using (var db = watching.Open())
        {
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE Entries RENAME TO Elsewhere", Stop);
        }

        await watching.VisitAsync();

        var source = await watching.SourceAsync();
        Assert.Equal((1, null), (source.Failures, source.BaselineAt));
        Assert.True(source.NextCheckAt > watching.Time.GetUtcNow());
        Assert.Single(watching.Errors);
    }

    [Fact]
    public async Task A_list_of_sitemaps_is_asked_anew_each_time_and_its_news_become_entries()
    {
        await using var watching = await Watching.StartAsync("/sitemap.xml");
        watching.Site.Answer(
            "/sitemap.xml",
            $"<sitemapindex><sitemap><loc>{watching.Site.At("/archive.xml")}</loc></sitemap><sitemap><loc>{watching.Site.At("/news.xml")}</loc></sitemap></sitemapindex>",
            "application/xml",
            ("ETag", "\"index\""));
        watching.Site.Answer("/archive.xml", "<urlset><url><loc>https://news.example/old</loc></url></urlset>", "application/xml");
        watching.Site.Answer(
            "/news.xml",
            "<urlset><url><loc>https://news.example/1</loc><news:news><news:title>One</news:title></news:news></url></urlset>",
            "application/xml");

        await watching.VisitAsync();

        Assert.Equal("One", Assert.Single(await watching.EntriesAsync()).Title);
        Assert.Null((await watching.SourceAsync()).EntityTag);
        Assert.Equal(["/sitemap.xml", "/news.xml", "/archive.xml"], watching.Site.Requests.Select(request => request.Path));
    }
}
