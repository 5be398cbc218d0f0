using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsBot.Benchmarks.Polling;

/// <summary>Any number of hosts on this machine, each with one feed, in a process of its own so that the other's memory can be measured.</summary>
internal static class FeedFarm
{
    private const int Entries = 20;

    /// <summary>Serves until standard input ends; the first line of output is the port.</summary>
    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var site = builder.Build();
        site.Run(AnswerAsync);
        await site.StartAsync();
        Console.WriteLine(new Uri(site.Urls.First()).Port);
        await Console.In.ReadToEndAsync();
        return 0;
    }

    /// <summary>A feed that has a new entry each five minutes: the tag tells which, so that the others are answered 304.</summary>
    private static Task AnswerAsync(HttpContext context)
    {
        var now = TimeProvider.System.GetUtcNow();
        var offset = Math.Abs(string.GetHashCode(context.Request.Host.Host, StringComparison.Ordinal)) % 300;
        var newest = (now.ToUnixTimeSeconds() + offset) / 300;
        var tag = $"\"{newest}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "application/rss+xml";
        return context.Response.WriteAsync(Feed(context.Request.Host.Host, newest, Entries, offset));
    }

    public static string Feed(string host, long newest, int entries, int offset = 0)
    {
        var feed = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>News of {host}</title><link>https://{host}/</link><description>All of it</description>");
        for (var number = newest; number > newest - entries; number--)
        {
            var at = DateTimeOffset.FromUnixTimeSeconds((number * 300) - offset);
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Council of {host} decides on bridge {number} &amp; its tolls</title><link>https://{host}/news/{number}</link><guid isPermaLink=\"false\">{host}-{number}</guid>")
                .Append(CultureInfo.InvariantCulture, $"<pubDate>{at:r}</pubDate><category>Local</category><description>&lt;p&gt;After a long debate the council voted for the bridge, which is to be built within {number % 7 + 2} years. The mayor spoke of a good day for the town; the opposition asked who will pay for it.&lt;/p&gt;</description></item>");
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
