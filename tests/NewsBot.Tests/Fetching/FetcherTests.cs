using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Fetching;
using NewsBot.Sources;
using NewsBot.Tests.Sources;

namespace NewsBot.Tests.Fetching;

public sealed class FetcherTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Validators_go_back_exactly_as_they_came()
    {
        await using var site = await NewsSite.StartAsync();
        const string tag = "W/not \"quite\" a tag";
        const string modified = "some day in May";
        site.Answer("/feed", "body", headers: [("ETag", "\"plain\""), ("Last-Modified", modified)]);
        using var fetcher = Some.Fetcher();

        var first = Assert.IsType<FetchOutcome.Fetched>(await fetcher.GetAsync(new FetchRequest(site.At("/feed")), Stop));
        await fetcher.GetAsync(new FetchRequest(site.At("/feed"), first.EntityTag, first.LastModified), Stop);
        await fetcher.GetAsync(new FetchRequest(site.At("/feed"), tag), Stop);

        Assert.Equal(("\"plain\"", modified), (first.EntityTag, first.LastModified));
        Assert.DoesNotContain("If-None-Match", site.Requests[0].Headers.Keys);
        Assert.DoesNotContain("If-Modified-Since", site.Requests[0].Headers.Keys);
        Assert.Equal("\"plain\"", site.Requests[1].Headers["If-None-Match"]);
        Assert.Equal(modified, site.Requests[1].Headers["If-Modified-Since"]);
        Assert.Equal(tag, site.Requests[2].Headers["If-None-Match"]);
        Assert.DoesNotContain("If-Modified-Since", site.Requests[2].Headers.Keys);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/feed", StatusCodes.Status304NotModified, ("Cache-Control", "max-age=1800"));
        using var fetcher = Some.Fetcher();

        var conditional = await fetcher.GetAsync(new FetchRequest(site.At("/feed"), "\"1\""), Stop);
        var unconditional = await fetcher.GetAsync(new FetchRequest(site.At("/feed")), Stop);

        Assert.Equal(TimeSpan.FromMinutes(30), Assert.IsType<FetchOutcome.NotModified>(conditional).Freshness);
        Assert.IsType<FetchOutcome.Failed>(unconditional);
    }

    [Fact]
    public async Task It_says_who_it_is_and_brings_nothing_else()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "body", headers: ("Set-Cookie", "id=1"));
        using var fetcher = Some.Fetcher(change: options => options.UserAgent = "NewsBot/9.9 (+https://bot.example/)");

        await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);
        await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);

        var headers = site.Requests[1].Headers;
        Assert.Equal("NewsBot/9.9 (+https://bot.example/)", headers["User-Agent"]);
        Assert.Equal("gzip, br", headers["Accept-Encoding"]);
        Assert.DoesNotContain("Cookie", headers.Keys);
        Assert.DoesNotContain("Referer", headers.Keys);
        Assert.StartsWith("NewsBot/", UserAgent.Of(new SourceOptions()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_bomb_stops_at_the_cap(string encoding)
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/bomb", context => CompressAsync(context, encoding, megabytes: 200));
        site.Answer("/small", context => CompressAsync(context, encoding, megabytes: 1));
        using var fetcher = Some.Fetcher();
        var before = GC.GetTotalAllocatedBytes();

        var bomb = await fetcher.GetAsync(new FetchRequest(site.At("/bomb")), Stop);
        var small = await fetcher.GetAsync(new FetchRequest(site.At("/small")), Stop);

        Assert.Contains("larger than", Assert.IsType<FetchOutcome.Failed>(bomb).Why, StringComparison.Ordinal);
        Assert.Equal(1024 * 1024, Assert.IsType<FetchOutcome.Fetched>(small).Body.Length);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 150 * 1024 * 1024);
    }

    [Fact]
    public async Task A_body_that_is_not_what_its_encoding_says_fails()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "this is no gzip", headers: ("Content-Encoding", "gzip"));
        using var fetcher = Some.Fetcher();

        var outcome = await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);

        Assert.Contains("decompressed", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, "does not let the bot read this (401 Unauthorized)")]
    [InlineData(404, "nothing at this address (404 Not Found)")]
    [InlineData(429, "too busy (429 Too Many Requests)")]
    [InlineData(500, "a problem of its own (500 Internal Server Error)")]
    [InlineData(204, "answered 204 No Content")]
    public async Task Other_answers_are_failures_with_a_reason(int status, string reason)
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", status);
        using var fetcher = Some.Fetcher();

        var outcome = await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);

        Assert.Contains(reason, Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_gone_is_gone()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", StatusCodes.Status410Gone);
        using var fetcher = Some.Fetcher();

        Assert.IsType<FetchOutcome.Gone>(await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop));
    }

    [Theory]
    [InlineData(429, "120", 120)]
    [InlineData(503, "120", 120)]
    [InlineData(429, "Mon, 02 Nov 2026 10:05:00 GMT", 300)]
    [InlineData(429, "Mon, 02 Nov 2026 09:00:00 GMT", 0)]
    public async Task A_site_that_asks_for_a_pause_gets_it(int status, string retryAfter, int seconds)
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", status, ("Retry-After", retryAfter));
        using var fetcher = Some.Fetcher(new FakeTimeProvider(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero)));

        var outcome = await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);

        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<FetchOutcome.Throttled>(outcome).After);
    }

    [Theory]
    [InlineData("max-age=600", null, 600)]
    [InlineData("max-age=600", "200", 400)]
    [InlineData("no-cache, max-age=600", null, null)]
    [InlineData("max-age=0", null, null)]
    [InlineData(null, null, null)]
    public async Task Freshness_is_what_the_cache_headers_leave(string? cacheControl, string? age, int? seconds)
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "body", headers: [("Cache-Control", cacheControl ?? ""), ("Age", age ?? "")]);
        using var fetcher = Some.Fetcher();

        var outcome = Assert.IsType<FetchOutcome.Fetched>(await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop));

        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), outcome.Freshness);
    }

    [Fact]
    public async Task Freshness_by_Expires_counts_from_the_servers_own_date()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "body", headers: [("Date", "Mon, 02 Nov 2026 10:00:00 GMT"), ("Expires", "Mon, 02 Nov 2026 11:00:00 GMT")]);
        using var fetcher = Some.Fetcher();

        var outcome = Assert.IsType<FetchOutcome.Fetched>(await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop));

        Assert.Equal(TimeSpan.FromHours(1), outcome.Freshness);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", async context =>
        {
            await context.Response.WriteAsync("<rss>", context.RequestAborted);
            await Task.Delay(TimeSpan.FromMinutes(5), TimeProvider.System, context.RequestAborted);
        });
        using var fetcher = Some.Fetcher(change: options => options.Timeout = TimeSpan.FromSeconds(1));

        var outcome = await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);

        Assert.Contains("within 1 seconds", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stops_waiting_hears_so()
    {
        await using var site = await NewsSite.StartAsync();
        using var patience = new CancellationTokenSource();
        site.Answer("/", async context =>
        {
            await patience.CancelAsync();
            await Task.Delay(TimeSpan.FromMinutes(5), TimeProvider.System, context.RequestAborted);
        });
        using var fetcher = Some.Fetcher();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.GetAsync(new FetchRequest(site.At("/")), patience.Token));
    }

    [Theory]
    [InlineData("http://no-such-host.invalid/", "could not be found")]
    [InlineData("http://127.0.0.1:1/", "No connection")]
    public async Task A_site_that_is_not_there_is_a_failure_with_a_reason(string address, string reason)
    {
        using var fetcher = Some.Fetcher();

        var outcome = await fetcher.GetAsync(new FetchRequest(new Uri(address)), Stop);

        Assert.Contains(reason, Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_TLS_is_no_secure_site()
    {
        await using var site = await NewsSite.StartAsync();
        using var fetcher = Some.Fetcher();

        var outcome = await fetcher.GetAsync(new FetchRequest(new UriBuilder(site.At("/")) { Scheme = "https" }.Uri), Stop);

        Assert.Contains("No secure connection", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    private static async Task CompressAsync(HttpContext context, string encoding, int megabytes)
    {
        context.Response.Headers.ContentEncoding = encoding;
        var block = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
        await using Stream stream = encoding == "br"
            ? new BrotliStream(context.Response.Body, CompressionLevel.Fastest)
            : new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        for (var written = 0; written < megabytes && !context.RequestAborted.IsCancellationRequested; written++)
        {
            await stream.WriteAsync(block, context.RequestAborted);
        }
    }
}
