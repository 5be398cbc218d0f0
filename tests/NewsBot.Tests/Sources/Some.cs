using System.Net;
using Microsoft.Extensions.Options;
using NewsBot.Fetching;
using NewsBot.Sources;

namespace NewsBot.Tests.Sources;

internal static class Some
{
    /// <summary>Settings as a test on this machine needs them: loopback may be fetched, and nobody waits.</summary>
    public static IOptions<SourceOptions> Options(Action<SourceOptions>? change = null)
    {
        var options = new SourceOptions { AllowPrivateNetworks = true, HostSpacing = TimeSpan.Zero };
        change?.Invoke(options);
        return Microsoft.Extensions.Options.Options.Create(options);
    }

    public static Fetcher Fetcher(
        TimeProvider? time = null, Action<SourceOptions>? change = null, HostBackoff? pauses = null, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var options = Options(change);
        var clock = time ?? TimeProvider.System;
        return new Fetcher(new AddressGuard(options, resolve), new HostRateLimiter(options, clock), pauses ?? new HostBackoff(null, clock), options, clock);
    }

    public static string Rss(params string[] items) =>
        $"<rss version=\"2.0\"><channel><title>Daily Test</title><link>https://news.example/</link>{string.Concat(items)}</channel></rss>";

    public static string Item(int number, string? title = null, string? date = null) =>
        $"<item><guid isPermaLink=\"false\">story-{number}</guid><title>{title ?? $"Story {number}"}</title><link>https://news.example/{number}</link>"
        + $"<description>Text of story {number}.</description><pubDate>{date ?? "Mon, 02 Nov 2026 10:00:00 GMT"}</pubDate></item>";
}
