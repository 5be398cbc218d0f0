using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Service;

/// <summary>A feed on this machine whose items carry their text.</summary>
internal sealed class FeedSite : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly ConcurrentQueue<(ArticleText Article, DateTimeOffset At)> items = new();

    private FeedSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        application = builder.Build();
        application.MapGet("/feed.xml", () => Results.Content(Feed(), "application/rss+xml"));
    }

    public Uri Address => new(new Uri(application.Urls.First()), "/feed.xml");

    public static async Task<FeedSite> StartAsync()
    {
        var site = new FeedSite();
        await site.application.StartAsync();
        return site;
    }

    public void Publish(ArticleText article) => items.Enqueue((article, TimeProvider.System.GetUtcNow()));

    public async ValueTask DisposeAsync() => await application.DisposeAsync();

    private string Feed()
    {
        var feed = new StringBuilder("<rss version=\"2.0\"><channel><title>The Generated Gazette</title>");
        foreach (var (article, at) in items)
        {
            var address = new Uri(Address, $"/news/{Math.Abs(article.Title.GetHashCode(StringComparison.Ordinal))}");
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>{WebUtility.HtmlEncode(article.Title)}</title><link>{address}</link><guid>{address}</guid>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{at:r}</pubDate><description>{WebUtility.HtmlEncode(article.Text)}</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
