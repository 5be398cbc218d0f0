using System.ComponentModel.DataAnnotations;
using NewsBot.Fetching;

namespace NewsBot.Sources;

/// <summary>Settings under <c>Sources</c>: which feeds are watched, and with what manners.</summary>
internal sealed class SourceOptions
{
    public const string Section = "Sources";

    /// <summary>Feed addresses watched from the first start. Where it is empty, starter-feeds.opml fills an empty store once.</summary>
    public List<string> Feeds { get; set; } = [];

    /// <summary>A feed is never polled more often than this.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "7.00:00:00")]
    public TimeSpan MinimumInterval { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>A feed is polled at least this often, unless it asks for a pause.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan MaximumInterval { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Pause between two requests to one host.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan HostSpacing { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Limit of one request with all its redirects and its body.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Largest body in bytes, after decompression.</summary>
    [Range(1_024, 100 * 1024 * 1024)]
    public int MaximumBytes { get; set; } = 5 * 1024 * 1024;

    /// <summary>Whether addresses in private networks and on this machine may be fetched.</summary>
    public bool AllowPrivateNetworks { get; set; }

    /// <summary>The proxy that sites are reached through, or empty. A secret where it holds a password.</summary>
    [ProxyAddress]
    public string Proxy { get; set; } = "";

    /// <summary>What the bot calls itself; empty for NewsBot/version.</summary>
    public string UserAgent { get; set; } = "";

    /// <summary>What one fetch may take when <paramref name="atOnce"/> of them meet at the same host and take turns.</summary>
    public TimeSpan LongestTurn(int atOnce) => atOnce * (Timeout + HostSpacing);
}
