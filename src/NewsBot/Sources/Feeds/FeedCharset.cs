using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsBot.Sources.Feeds;

/// <summary>From bytes to text: byte order mark, else the HTTP header, else the XML declaration, else UTF-8.</summary>
internal static partial class FeedCharset
{
    private const int DeclarationLength = 256;

    /// <summary>What old Western pages are in when they say nothing, and what they mean when they say Latin-1 (WHATWG Encoding, 4.2).</summary>
    private const int WindowsWestern = 1252;

    static FeedCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> body, string? contentType, FeedWarnings warnings)
    {
        var (marked, markLength) = ByteOrderMark(body);
        var bytes = body[markLength..];
        var encoding = marked
            ?? ByShape(bytes)
            ?? Named(OfHeader(contentType), warnings)
            ?? Named(OfDeclaration(bytes), warnings);
        if (encoding is not null && encoding.CodePage != Encoding.UTF8.CodePage)
        {
            return encoding.GetString(bytes);
        }

        if (Utf8.IsValid(bytes))
        {
            return Encoding.UTF8.GetString(bytes);
        }

        if (encoding is not null)
        {
            warnings.Add("The feed is not in the UTF-8 that it claims to be in; it was read as windows-1252.");
        }

        return Encoding.GetEncoding(WindowsWestern).GetString(bytes);
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0x00, 0x00, ..] => (Encoding.UTF32, 4),
        [0x00, 0x00, 0xFE, 0xFF, ..] => (BigEndianUtf32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>"&lt;" in a wide encoding without a mark (XML 1.0, appendix F): no declaration could be read before this is known.</summary>
    private static Encoding? ByShape(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x3C, 0x00, 0x00, 0x00, ..] => Encoding.UTF32,
        [0x00, 0x00, 0x00, 0x3C, ..] => BigEndianUtf32,
        [0x3C, 0x00, not 0x00, 0x00, ..] => Encoding.Unicode,
        [0x00, 0x3C, 0x00, not 0x00, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static UTF32Encoding BigEndianUtf32 => new(bigEndian: true, byteOrderMark: true);

    private static string? OfHeader(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) ? type.CharSet : null;

    private static string? OfDeclaration(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationLength)]);
        return Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : null;
    }

    private static Encoding? Named(string? name, FeedWarnings warnings)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (label)
        {
            case null or "":
                return null;
            case "iso-8859-1" or "latin1" or "us-ascii" or "ascii":
                // ASCII and Latin-1 are what servers say when nobody chose: where the bytes are UTF-8, that is what they are.
                return null;
            case "utf-16" or "utf16" or "utf-32" or "ucs-2" or "utf-16le" or "utf-16be":
                // A declaration that could be read as bytes is not in a wide encoding.
                return null;
        }

        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            warnings.Add("The feed names a character encoding that does not exist.");
            return null;
        }
    }

    [GeneratedRegex("""<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
