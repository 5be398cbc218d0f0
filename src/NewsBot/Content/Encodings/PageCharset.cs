using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsBot.Content.Encodings;

/// <summary>Turns a page's bytes into text: byte order mark, else the HTTP header, else the page's own meta element, else a guess.</summary>
internal static partial class PageCharset
{
    /// <summary>Browsers look this far for a meta element (HTML standard, 13.2.3.2, "prescan a byte stream").</summary>
    private const int PrescanBytes = 1024 * 4;

    static PageCharset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string Decode(ReadOnlySpan<byte> body, string? contentType)
    {
        var (encoding, skip) = Marked(body);
        encoding ??= Named(NameIn(contentType, Charset()));
        encoding ??= Named(NameIn(Encoding.Latin1.GetString(body[..Math.Min(PrescanBytes, body.Length)]), MetaCharset()), inMeta: true);
        return (encoding ?? Guess(body)).GetString(body[skip..]);
    }

    /// <summary>What is no UTF-8 is Cyrillic where most of its high bytes are letters in runs, as words of windows-1251 are, else Western.</summary>
    private static Encoding Guess(ReadOnlySpan<byte> body)
    {
        if (Utf8.IsValid(body))
        {
            return Encoding.UTF8;
        }

        var (high, inRuns) = (0, 0);
        for (var i = 1; i < body.Length; i++)
        {
            high += body[i] >= 0xC0 ? 1 : 0;
            inRuns += body[i] >= 0xC0 && body[i - 1] >= 0xC0 ? 1 : 0;
        }

        return Encoding.GetEncoding(inRuns * 2 > high ? 1251 : 1252);
    }

    private static (Encoding? Encoding, int Skip) Marked(ReadOnlySpan<byte> body) => body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    private static string? NameIn(string? text, Regex pattern) =>
        text is not null && pattern.Match(text) is { Success: true } found ? found.Groups[1].Value : null;

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

    /// <summary>Scripts and style sheets have a charset of their own.</summary>
    [GeneratedRegex("""(?:<meta\b[^>]{0,300}?charset|<\?xml\b[^>]{0,100}?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaCharset();
}
