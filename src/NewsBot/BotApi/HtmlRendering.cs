using System.Text;
using NewsBot.Messages;

namespace NewsBot.BotApi;

/// <summary>Writes a <see cref="Message"/> as Telegram takes it: escaped, cleaned, and within its limits whatever the message holds.</summary>
internal static class HtmlRendering
{
    // Bot API, sendMessage: 1-4096 characters after entities parsing, which the server counts in code points.
    private const int MaximumCodePoints = 4096;

    // The server refuses more raw bytes than that ("text is too long") and drops entities after the hundredth without a word.
    private const int MaximumBytes = 32_768;
    private const int MaximumEntities = 100;

    private const string Ellipsis = "…";

    /// <summary>Text for parse_mode HTML. Never empty.</summary>
    public static string Html(Message message) => Write([.. message.Spans.Select(Marked)], Escapes.Escape);

    /// <summary>The same text without markup, where links stand behind their text in brackets. Never empty.</summary>
    public static string PlainText(Message message) => Write([.. message.Spans.SelectMany(Unmarked)], text => text);

    /// <summary>Cleaned text of at most so many code points, cut with an ellipsis. Never empty.</summary>
    public static string Short(string text, int codePoints) =>
        Write([new Piece(VisibleText.Clean(text).Trim())], plain => plain, codePoints);

    private static string Write(IReadOnlyList<Piece> pieces, Func<string, string> escape, int codePoints = MaximumCodePoints)
    {
        if (pieces.All(piece => VisibleText.IsBlank(piece.Text)))
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
        foreach (var piece in pieces)
        {
            var marked = piece.Open.Length > 0 && budget.TryMarkUp(piece.MarkupBytes);
            var part = budget.Take(piece.Text);
            text.Append(marked && part.Length > 0 ? piece.Open + escape(part) + piece.Close : escape(part));
            complete = part.Length == piece.Text.Length;
            if (!complete)
            {
                break;
            }
        }

        written = text.ToString();
        return complete;
    }

    private static Piece Marked(Span span)
    {
        var text = VisibleText.Clean(span.Text);
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Piece(text);
        }

        // One entity a piece: a link wins over a style, because code cannot hold a link and a lost link loses the news.
        return WebAddress.TryRead(span.Address, out var link) ? new Piece(text, $"<a href=\"{Escapes.Escape(link)}\">", "</a>") : span.Style switch
        {
            SpanStyle.Bold => new Piece(text, "<b>", "</b>"),
            SpanStyle.Italic => new Piece(text, "<i>", "</i>"),
            SpanStyle.Code => new Piece(text, "<code>", "</code>"),
            _ => new Piece(text),
        };
    }

    private static IEnumerable<Piece> Unmarked(Span span)
    {
        var text = VisibleText.Clean(span.Text);
        yield return new Piece(text);
        if (!string.IsNullOrWhiteSpace(text) && WebAddress.TryRead(span.Address, out var link) && link != text)
        {
            yield return new Piece($" ({link})");
        }
    }

    private sealed record Piece(string Text, string Open = "", string Close = "")
    {
        public int MarkupBytes => Encoding.UTF8.GetByteCount(Open) + Encoding.UTF8.GetByteCount(Close);
    }
}
