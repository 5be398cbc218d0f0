using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using NewsBot.Sources.Feeds;

namespace NewsBot.Content.Encodings;

/// <summary>
/// From bytes to text: byte order mark, else the HTTP header, else the XML declaration, else a meta element; what none of them names rightly is
/// UTF-8 where it can be, else guessed.
/// </summary>
internal static partial class FeedCharset
{
    private const int HeadLength = 2048;

    private const int WindowsWestern = 1252;

    static FeedCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> body, string? contentType, FeedWarnings warnings)
    {
        var (marked, markLength) = ByteOrderMark(body);
        var bytes = body[markLength..];
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadLength)]);
        var encoding = marked
            ?? ByShape(bytes)
            ?? Named(OfHeader(contentType), bytes, warnings)
            ?? Named(OfDeclaration(head), bytes, warnings)
            ?? Named(OfMeta(head), bytes, warnings)
            ?? (Utf8.IsValid(bytes) || EncodingDetector.IsMostlyUtf8(bytes) ? Encoding.UTF8 : EncodingDetector.Of(bytes));
        return encoding.GetString(bytes);
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

    private static string? OfDeclaration(string head) => Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : null;

    private static string? OfMeta(string head) => Meta().Match(head) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The encoding of that name, or null where it says nothing, or the bytes are not in it.</summary>
    private static Encoding? Named(string? name, ReadOnlySpan<byte> bytes, FeedWarnings warnings)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (label)
        {
            case null or "":
                return null;
            case "iso-8859-1" or "latin1" or "us-ascii" or "ascii":
                // ASCII and Latin-1 are what servers say when nobody chose: where the bytes are UTF-8, that is what they are. Else they mean
                // windows-1252 (WHATWG Encoding, 4.2).
                return Utf8.IsValid(bytes) ? null : Encoding.GetEncoding(WindowsWestern);
            case "utf-16" or "utf16" or "utf-32" or "ucs-2" or "utf-16le" or "utf-16be":
                // A declaration that could be read as bytes is not in a wide encoding.
                return null;
        }

        try
        {
            return Checked(Encoding.GetEncoding(label), bytes, warnings);
        }
        catch (ArgumentException)
        {
            warnings.Add("unknown-charset", "The feed names a character encoding that does not exist.");
            return null;
        }
    }

    private static Encoding? Checked(Encoding encoding, ReadOnlySpan<byte> bytes, FeedWarnings warnings)
    {
        if (encoding.CodePage != Encoding.UTF8.CodePage || Utf8.IsValid(bytes))
        {
            return encoding;
        }

        warnings.Add("wrong-charset", "The feed is not in the UTF-8 that it claims to be in, or not all of it.");
        return null;
    }

    [GeneratedRegex("""<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""", RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex("""<meta[^>]*?\bcharset\s*=\s*["']?([A-Za-z0-9._:-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();
}
