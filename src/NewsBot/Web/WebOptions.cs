namespace NewsBot.Web;

/// <summary>Settings under <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where the service listens: scheme, host and port.</summary>
    public string Url { get; set; } = "http://127.0.0.1:8080";

    /// <summary>How the world reaches it, or empty.</summary>
    public string PublicUrl { get; set; } = "";
}
