using System.Text;
using NewsBot.Messages;

namespace NewsBot.BotApi.Rendering;

/// <summary>Writes a <see cref="Message"/> as Telegram takes it: escaped, cleaned, and within its limits whatever the message holds.</summary>
internal static class HtmlRenderer
{
    // Bot API, sendMessage: 1-4096 characters after entities parsing, which the server counts in code points.
    private const int MaximumCodePoints = 4096;

    // The server refuses more raw bytes than that ("text is too long") and drops entities after the hundredth without a word.
    private const int MaximumBytes = 32_768;
    private const int MaximumEntities = 100;

    private const string Ellipsis = "…";
    private const string QuoteBegin = "<blockquote>";
    private const string QuoteEnd = "</blockquote>";

    private static readonly (SpanStyle Style, string Tag)[] Tags =
    [
        (SpanStyle.Bold, "b"), (SpanStyle.Italic, "i"), (SpanStyle.Underline, "u"), (SpanStyle.Strikethrough, "s"), (SpanStyle.Spoiler, "tg-spoiler"),
    ];

    /// <summary>Text for parse_mode HTML. Never empty.</summary>
    public static string Html(Message message) => Write([.. message.Spans.Select(Marked)], TelegramHtmlEncoder.Escape);

    /// <summary>The same text without markup, where links stand behind their text in brackets. Never empty.</summary>
    public static string PlainText(Message message) => Write([.. message.Spans.SelectMany(Unmarked)], text => text);

    /// <summary>Cleaned text of at most so many code points, cut with an ellipsis. Never empty.</summary>
    public static string Short(string text, int codePoints) =>
        Write([new Piece(TextSanitizer.Clean(text).Trim())], plain => plain, codePoints);

    private static string Write(IReadOnlyList<Piece> pieces, Func<string, string> escape, int codePoints = MaximumCodePoints)
    {
        if (pieces.All(piece => TextSanitizer.IsBlank(piece.Text)))
        {
            return Ellipsis;
        }

        return TryWrite(pieces, escape, new TextBudget(codePoints, MaximumBytes, MaximumEntities), out var whole)
            ? whole
            : Cut(pieces, escape, codePoints);
    }

    private static string Cut(IReadOnlyList<Piece> pieces, Func<string, string> escape, int codePoints)
    {
        var budget = new TextBudget(codePoints - 1, MaximumBytes - Encoding.UTF8.GetByteCount(Ellipsis), MaximumEntities);
        TryWrite(pieces, escape, budget, out var start);
        return start + Ellipsis;
    }

    /// <summary>Writes what the budget allows. Returns whether that is everything.</summary>
    private static bool TryWrite(IReadOnlyList<Piece> pieces, Func<string, string> escape, TextBudget budget, out string written)
    {
        var text = new StringBuilder();
        var complete = true;
        var quoting = false;
        foreach (var piece in pieces)
        {
            quoting = Quote(text, quoting, piece.IsQuoted, budget);
            var marked = piece.Marks > 0 && budget.TryMarkUp(piece.MarkupBytes, piece.Marks);
            var part = budget.Take(piece.Text);
            text.Append(marked && part.Length > 0 ? piece.Open + escape(part) + piece.Close : escape(part));
            complete = part.Length == piece.Text.Length;
            if (!complete)
            {
                break;
            }
        }

        Quote(text, quoting, false, budget);
        written = text.ToString();
        return complete;
    }

    /// <summary>Begins or ends a quotation where it must: one is a block, so pieces of other styles within it stay in the same. Returns whether it is open.</summary>
    private static bool Quote(StringBuilder text, bool quoting, bool quoted, TextBudget budget)
    {
        if (quoting == quoted || (quoted && !budget.TryMarkUp(QuoteBegin.Length + QuoteEnd.Length, 1)))
        {
            return quoting;
        }

        text.Append(quoted ? QuoteBegin : QuoteEnd);
        return quoted;
    }

    private static Piece Marked(Span span)
    {
        var text = TextSanitizer.Clean(span.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Piece(text, IsQuoted: span.Style.HasFlag(SpanStyle.Quote));
        }

        var quoted = span.Style.HasFlag(SpanStyle.Quote);
        var tags = TagsOf(span.Style).Select(tag => (Open: $"<{tag}>", Close: $"</{tag}>")).ToList();
        if (WebAddress.TryRead(span.Address, out var link))
        {
            // A link wins over code, which cannot hold one: a lost link loses the news.
            tags = [($"<a href=\"{TelegramHtmlEncoder.Escape(link)}\">", "</a>"), .. tags.Where(tag => tag.Open is not ("<code>" or "<pre>"))];
        }

        return new Piece(text, string.Concat(tags.Select(tag => tag.Open)), string.Concat(tags.AsEnumerable().Reverse().Select(tag => tag.Close)), tags.Count, quoted);
    }

    private static IEnumerable<string> TagsOf(SpanStyle style) =>
        style.HasFlag(SpanStyle.CodeBlock) ? ["pre"]
        : style.HasFlag(SpanStyle.Code) ? ["code"]
        : Tags.Where(known => style.HasFlag(known.Style)).Select(known => known.Tag);

    private static IEnumerable<Piece> Unmarked(Span span)
    {
        var text = TextSanitizer.Clean(span.Text);
        yield return new Piece(text);
        if (!string.IsNullOrWhiteSpace(text) && WebAddress.TryRead(span.Address, out var link) && link != text)
        {
            yield return new Piece($" ({link})");
        }
    }

    private sealed record Piece(string Text, string Open = "", string Close = "", int Marks = 0, bool IsQuoted = false)
    {
        public int MarkupBytes => Encoding.UTF8.GetByteCount(Open) + Encoding.UTF8.GetByteCount(Close);
    }
}
