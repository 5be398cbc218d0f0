using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.EndToEnd.Tests;

/// <summary>A news site of the test's: a feed, and a page for each of its items.</summary>
internal sealed class Newsroom : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentDictionary<string, NewsItem> items = new();
    private readonly ConcurrentDictionary<string, (byte[] Body, string ContentType, int Served)> files = new();
    private readonly TaskCompletionSource released = new();
    private volatile string? heldPage;
    private readonly TaskCompletionSource feedReleased = new();
    private volatile bool isFeedHeld;
    private int polls;
    private int asked;

    private Newsroom()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.MapGet("/feed.xml", async (CancellationToken aborted) =>
        {
            Interlocked.Increment(ref asked);
            await (isFeedHeld ? feedReleased.Task.WaitAsync(aborted) : Task.CompletedTask);
            return Results.Content(WriteFeed(), "application/rss+xml");
        });
        application.MapGet("/files/{name}", Serve);
        application.MapGet("/news/{slug}", async (string slug, CancellationToken aborted) =>
        {
            await (slug == heldPage ? released.Task.WaitAsync(aborted) : Task.CompletedTask);
            return items.TryGetValue(slug, out var item) ? Results.Content(WritePage(item), "text/html; charset=utf-8") : Results.NotFound();
        });
    }

    /// <summary>Where <see cref="Offer"/> puts files.</summary>
    public Uri Files => new(Feed, "/files/");

    public Uri Feed => new(new Uri(application.Urls.First()), "/feed.xml");

    public static async Task<Newsroom> StartAsync()
    {
        var newsroom = new Newsroom();
        await newsroom.application.StartAsync();
        return newsroom;
    }

    /// <summary>Adds an item, or replaces the one with its slug.</summary>
    public void Publish(NewsItem item) => items[item.Slug] = item;

    /// <summary>Adds a file, or replaces it.</summary>
    public void Offer(string name, byte[] body, string contentType) =>
        files.AddOrUpdate(name, (body, contentType, 0), (_, file) => (body, contentType, file.Served));

    /// <summary>Returns when the file was asked for again, and what was read of it before is taken in.</summary>
    public async Task ServedAsync(string name, CancellationToken cancellationToken)
    {
        for (var goal = files[name].Served + 2; files[name].Served < goal;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>From now on whoever asks for the page waits for it.</summary>
    public void HoldPage(string slug) => heldPage = slug;

    public void ReleasePages() => released.TrySetResult();

    /// <summary>How often the feed was asked for, answered or not.</summary>
    public int Asked => Volatile.Read(ref asked);

    /// <summary>From now on whoever asks for the feed waits for it.</summary>
    public void HoldFeed() => isFeedHeld = true;

    public void ReleaseFeed()
    {
        isFeedHeld = false;
        feedReleased.TrySetResult();
    }

    /// <summary>Returns when the feed was asked for once more.</summary>
    public async Task AskedAsync(CancellationToken cancellationToken)
    {
        for (var goal = Asked + 1; Asked < goal;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
        }
    }

    /// <summary>Returns when the feed was asked for and answered since now, so often.</summary>
    public async Task PolledAsync(int times, CancellationToken cancellationToken)
    {
        for (var goal = Volatile.Read(ref polls) + times; Volatile.Read(ref polls) < goal;)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private IResult Serve(string name)
    {
        if (!files.ContainsKey(name))
        {
            return Results.NotFound();
        }

        var file = files.AddOrUpdate(name, _ => throw new InvalidOperationException(), (_, known) => known with { Served = known.Served + 1 });
        return Results.Bytes(file.Body, file.ContentType);
    }

    private string WriteFeed()
    {
        Interlocked.Increment(ref polls);
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>The Test Tribune</title>");
        foreach (var item in items.Values)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><guid isPermaLink=\"false\">{item.Slug}</guid><title>{WebUtility.HtmlEncode(item.Title)}</title>")
                .Append(CultureInfo.InvariantCulture, $"<link>{new Uri(Feed, $"/news/{item.Slug}")}</link>")
                .Append(item.Published is { } at ? $"<pubDate>{at.ToString("r", CultureInfo.InvariantCulture)}</pubDate>" : "")
                .Append(CultureInfo.InvariantCulture, $"<description>{WebUtility.HtmlEncode(item.Paragraphs[0])}</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }

    private static string WritePage(NewsItem item)
    {
        var page = new StringBuilder($"<html lang=\"en\"><head><title>{WebUtility.HtmlEncode(item.Title)}</title>{(item.Publisher is { } site ? $"<meta property=\"og:site_name\" content=\"{WebUtility.HtmlEncode(site)}\">" : "")}</head><body><article>")
            .Append(CultureInfo.InvariantCulture, $"<h1>{WebUtility.HtmlEncode(item.Title)}</h1>");
        foreach (var paragraph in item.Paragraphs)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(paragraph)}</p>");
        }

        page.Append("</article><aside><h3>Recent posts</h3><ul>");
        foreach (var other in item.Others)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li><a href=\"/news/other\">{WebUtility.HtmlEncode(other)}</a> 2 hours ago</li>");
        }

        return page.Append("</ul></aside></body></html>").ToString();
    }
}

/// <summary>An item of the feed with its page.</summary>
/// <param name="Others">Headlines that the page lists beside the article.</param>
internal sealed record NewsItem(string Slug, string Title, IReadOnlyList<string> Paragraphs, DateTimeOffset? Published, params IReadOnlyList<string> Others)
{
    /// <summary>The name of the site as the page gives it; null for the feed's.</summary>
    public string? Publisher { get; init; }

    /// <summary>An article about a subject, dated now.</summary>
    public static NewsItem About(string subject, string slug, params IReadOnlyList<string> others) => new(
        slug,
        $"{subject} opens a new school of bridge building",
        [
            $"{subject} opened a school on Monday where forty students will learn to build bridges of timber and steel.",
            $"The school is the third that {subject} has founded since the spring, and the first with a workshop of its own.",
            $"“We waited nine years for this roof,” said the head of the school, who was a carpenter before {subject} hired her.",
            $"A second class begins in October, and {subject} expects twice as many students then as now.",
        ],
        TimeProvider.System.GetUtcNow(),
        others);
}
