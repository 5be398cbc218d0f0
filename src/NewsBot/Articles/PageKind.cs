using System.Text;

namespace NewsBot.Articles;

internal enum PageKind
{
    Html,
    PlainText,

    /// <summary>A picture, a document, an archive: nothing that this reader can read.</summary>
    Other,
}

/// <summary>Tells what kind of page bytes are. The first bytes are trusted before the header: servers often mislabel.</summary>
internal static class PageKinds
{
    private const int SniffBytes = 2048;

    public static PageKind Of(ReadOnlySpan<byte> body, string? contentType, Uri? address)
    {
        var head = body[..Math.Min(SniffBytes, body.Length)];
        if (IsBinary(head))
        {
            return PageKind.Other;
        }

        var type = contentType?.Split(';')[0].Trim().ToLowerInvariant() ?? "";
        return type switch
        {
            "text/plain" => PageKind.PlainText,
            "text/html" or "application/xhtml+xml" or "application/xml" or "text/xml" => PageKind.Html,
            "" or "application/octet-stream" => Guess(head, address),
            _ when type.StartsWith("text/", StringComparison.Ordinal) => Guess(head, address),
            _ => PageKind.Other,
        };
    }

    private static PageKind Guess(ReadOnlySpan<byte> head, Uri? address)
    {
        var text = Encoding.Latin1.GetString(head);
        var isText = address?.AbsolutePath.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ?? false;
        string[] marks = ["<!doctype", "<html", "<head", "<body", "<meta", "<div", "<article", "<p>", "<p ", "<h1", "<script", "<!--"];
        return !isText && marks.Any(mark => text.Contains(mark, StringComparison.OrdinalIgnoreCase)) ? PageKind.Html : PageKind.PlainText;
    }

    private static bool IsBinary(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => false, // UTF-16, whose text is full of zero bytes
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] or [0x1F, 0x8B, ..] or [(byte)'P', (byte)'K', 3, 4, ..] => true,
        _ => head.Contains((byte)0),
    };
}
