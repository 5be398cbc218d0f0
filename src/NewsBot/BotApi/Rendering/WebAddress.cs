using System.Diagnostics.CodeAnalysis;

namespace NewsBot.BotApi.Rendering;

/// <summary>Which addresses a message may link to.</summary>
internal static class WebAddress
{
    // What browsers and Telegram's own applications open without trouble; a longer one is a mistake or an attack.
    private const int MaximumLength = 2048;

    /// <summary>
    /// Reads an absolute http or https address. Others are refused (tg: acts inside Telegram), and so is one with a user name before
    /// the host, which news never has and which makes an address look like another.
    /// </summary>
    public static bool TryRead(string? address, [NotNullWhen(true)] out string? link)
    {
        link = Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.UserInfo.Length == 0
            && uri.AbsoluteUri.Length <= MaximumLength
                ? TextSanitizer.Clean(uri.AbsoluteUri)
                : null;
        return link is not null;
    }
}
