using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Articles.Pages;

/// <summary>Turns a page's bytes into text: byte order mark, else the HTTP header, else the page's own meta element, else UTF-8.</summary>
internal static partial class PageCharset
{
    /// <summary>Browsers look this far for a meta element (HTML standard, 13.2.3.2, "prescan a byte stream").</summary>
    private const int PrescanBytes = 1024 * 4;

    static PageCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (encoding, skip) = Marked(body);
        encoding ??= Named(CharsetOf(contentType));
        encoding ??= Named(CharsetOf(Encoding.Latin1.GetString(body[..Math.Min(PrescanBytes, body.Length)])), inMeta: true);
        return (encoding ?? Encoding.UTF8).GetString(body[skip..]);
    }

    private static (Encoding? Encoding, int Skip) Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static string? CharsetOf(string? text) =>
        text is not null && Charset().Match(text) is { Success: true } found ? found.Groups[1].Value : null;

    private static Encoding? Named(string? label, bool inMeta = false)
    {
        if (label is null)
        {
            return null;
        }

        // Encoding standard, 4.2: pages that say Latin-1 mean windows-1252. A meta element that could be read is not UTF-16.
        label = label.ToLowerInvariant() switch
        {
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "ks_c_5601-1987" or "euc-kr" => "ks_c_5601-1987",
            "gb2312" or "gbk" => "gb18030",
            ['u', 't', 'f', '-', '1', '6', ..] when inMeta => "utf-8",
            var other => other,
        };
        try
        {
            return Encoding.GetEncoding(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex("""charset\s*=\s*["']?([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
