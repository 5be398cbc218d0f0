using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Messages;

namespace NewsBot.Tests.Oracles;

/// <summary>
/// What a reader is meant to see of a message, told without the renderer. Two texts count as the same when they differ only in what nobody sees:
/// characters of the category Format (they join, reorder or hide), carriage returns, control characters against spaces, the line and
/// paragraph separators against line breaks, and the three combining marks that Telegram takes out of every text (U+030A, U+0333, U+033F),
/// of which the ring is kept where it is one character with its letter. A half of a surrogate pair is U+FFFD.
/// </summary>
internal static partial class MeantMessage
{
    public static string Text(Message message) => string.Concat(message.Spans.Select(span => Seen(span.Text)));

    /// <summary>The marks of the spans in order, first those that Telegram's limit leaves. A link wins over a style.</summary>
    public static IReadOnlyList<Mark> Marks(Message message, int most) => [.. message.Spans
        .Where(span => (Style(span) is not null || Link(span.Address) is not null) && Seen(span.Text).Trim().Length > 0)
        .Take(most)
        .Where(span => Link(span.Address) is not { } link || IsLinkedByTelegram(link))
        .Select(span => Link(span.Address) is { } link ? new Mark("text_link", link.AbsoluteUri, Seen(span.Text)) : new Mark(Style(span)!, null, Seen(span.Text)))];

    /// <summary>The text as a reader sees it.</summary>
    public static string Seen(string text)
    {
        var seen = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            seen.Append(rune.Value switch
            {
                '\n' or 0x2028 or 0x2029 => "\n",
                '\r' or 0x0333 or 0x033F => "",
                _ when Rune.IsControl(rune) => " ",
                _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => "",
                _ => rune.ToString(),
            });
        }

        return Ringed().Replace(seen.ToString(), match => match.Value.Normalize()).Replace("\u030A", "", StringComparison.Ordinal);
    }

    private static string? Style(Span span) => span.Style switch
    {
        SpanStyle.Bold => "bold",
        SpanStyle.Italic => "italic",
        SpanStyle.Code => "code",
        _ => null,
    };

    // News stands on the web, without a user's name before the host, and not in 2048 characters.
    private static Uri? Link(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.AbsoluteUri.Length <= 2048 ? uri : null;

    // Telegram leaves a host without a dot unlinked.
    private static bool IsLinkedByTelegram(Uri link) => link.Host.Contains('.', StringComparison.Ordinal) || link.HostNameType == UriHostNameType.IPv6;

    [GeneratedRegex("[a-zA-Z]\u030A")]
    private static partial Regex Ringed();
}

/// <summary>A part of a text that carries a style or a link.</summary>
internal sealed record Mark(string Type, string? Address, string Text);
