using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Encodings;

/// <summary>The labels that a document comes with, in the order in which they count: the HTTP header, the XML declaration, a meta element.</summary>
internal static partial class StatedEncodings
{
    /// <summary>Browsers look through 1,024 bytes (HTML, 13.2.3.2); some pages have long comments before their meta element.</summary>
    private const int MaxHead = 4096;

    public static IEnumerable<string> Labels(ReadOnlySpan<byte> bytes, string? contentType)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MaxHead)]);
        return new[] { Header().Match(contentType ?? ""), Declaration().Match(head), Meta().Match(head) }
            .Where(match => match.Success)
            .Select(match => match.Groups["label"].Value);
    }

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<label>[A-Za-z0-9_:.()-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Header();

    [GeneratedRegex("""<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']\s*(?<label>[A-Za-z0-9_:.()-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    /// <summary>Scripts and style sheets have a charset of their own.</summary>
    [GeneratedRegex("""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*(?<label>[A-Za-z0-9_:.()-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Meta();
}
