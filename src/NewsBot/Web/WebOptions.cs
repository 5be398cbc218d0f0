using System.ComponentModel.DataAnnotations;

namespace NewsBot.Web;

/// <summary>Settings under <c>Web</c>.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Where the service listens: scheme, host and port.</summary>
    [ListeningAddress]
    public string Url { get; set; } = "http://127.0.0.1:8080";

    /// <summary>How the world reaches it, or empty.</summary>
    public string PublicUrl { get; set; } = "";
}

/// <summary>An address that the web server can listen on; <c>+</c>, <c>*</c> and 0.0.0.0 stand for all of the machine's.</summary>
internal sealed class ListeningAddressAttribute() : ValidationAttribute("an address such as http://127.0.0.1:8080")
{
    private const int MaxPort = 65_535;

    public override bool IsValid(object? value)
    {
        try
        {
            return BindingAddress.Parse((string)value!) is { Port: >= 0 and <= MaxPort, Scheme: "http" or "https" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
