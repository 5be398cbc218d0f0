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
    /// <summary>The type of a quotation, which may go over several spans.</summary>
    public const string Quote = "blockquote";

    private static readonly (SpanStyle Style, string Type)[] Styles =
    [
        (SpanStyle.CodeBlock, "pre"), (SpanStyle.Code, "code"), (SpanStyle.Bold, "bold"), (SpanStyle.Italic, "italic"),
        (SpanStyle.Underline, "underline"), (SpanStyle.Strikethrough, "strikethrough"), (SpanStyle.Spoiler, "spoiler"),
    ];

    public static string Text(Message message) => string.Concat(message.Spans.Select(span => Seen(span.Text)));

    /// <summary>The marks of the spans in order, the outer before the inner. Code is nothing but code, and a link wins over it.</summary>
    public static IReadOnlyList<Mark> Marks(Message message)
    {
        var marks = new List<Mark>();
        var quote = -1;
        foreach (var span in message.Spans)
        {
            var text = Seen(span.Text);
            if (!span.Style.HasFlag(SpanStyle.Quote))
            {
                quote = -1;
            }
            else if (quote >= 0)
            {
                marks[quote] = marks[quote] with { Text = marks[quote].Text + text };
            }
            else
            {
                quote = marks.Count;
                marks.Add(new Mark(Quote, null, text));
            }

            marks.AddRange(text.Trim().Length == 0 ? [] : OfSpan(span).Select(mark => mark with { Text = text }));
        }

        return [.. marks.Where(mark => mark.Text.Trim().Length > 0)];
    }

    private static IEnumerable<Mark> OfSpan(Span span)
    {
        var link = Link(span.Address);
        if (link is not null && IsLinkedByTelegram(link))
        {
            yield return new Mark("text_link", link.AbsoluteUri, "");
        }

        var isCode = span.Style.HasFlag(SpanStyle.Code) || span.Style.HasFlag(SpanStyle.CodeBlock);
        foreach (var (_, type) in Styles.Where(style => span.Style.HasFlag(style.Style) && (!isCode || (link is null && style.Type is "pre" or "code"))))
        {
            yield return new Mark(type, null, "");
        }
    }

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
