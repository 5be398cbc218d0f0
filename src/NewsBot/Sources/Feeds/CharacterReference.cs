using System.Globalization;
using AngleSharp.Html;

namespace NewsBot.Sources.Feeds;

/// <summary>What references to characters stand for, by HTML's rules: XML itself knows five names.</summary>
internal static class CharacterReference
{
    /// <summary>The characters; empty for a number that XML forbids, null for what is no reference.</summary>
    /// <param name="name">What stands between the ampersand and the semicolon: "nbsp", "#160", "#xA0".</param>
    public static string? Resolve(ReadOnlySpan<char> name) => name switch
    {
        ['#', .. var digits] => Numbered(digits),
        [] => null,
        _ => HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")),
    };

    private static string? Numbered(ReadOnlySpan<char> digits)
    {
        var isHex = digits is ['x' or 'X', ..];
        var style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (!int.TryParse(isHex ? digits[1..] : digits, style, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        // 128 to 159 are control characters that everyone means as windows-1252 (HTML, 13.2.5.80).
        return code switch
        {
            '\t' or '\n' or '\r' => char.ToString((char)code),
            >= 0x80 and <= 0x9F => HtmlEntityProvider.GetSymbolFromTable(code) ?? "",
            < 0x20 or (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF or > 0x10FFFF => "",
            _ => char.ConvertFromUtf32(code),
        };
    }
}
