using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsBot.Sources.Feeds;

/// <summary>Makes text that means to be XML into text that an XML reader takes: one pass, linear in its length.</summary>
internal static class XmlRepair
{
    /// <summary>The longest name of a character in HTML is 31 letters; longer runs are not looked up.</summary>
    private const int MaxReference = 33;

    private const int MaxTag = 64 * 1024;
    private const int MaxAttributes = 1_000;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except("\t\n\r"), '&', '<', '\uFFFE', '\uFFFF']);

    /// <summary>The text from its first tag or declaration on, or null when it has none.</summary>
    public static string? WithoutJunkBefore(string text, FeedWarnings warnings)
    {
        var start = text.IndexOf('<', StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        // XML wants its declaration first of all; some put a comment before it.
        var declaration = text.AsSpan(start).StartsWith("<!--", StringComparison.Ordinal) ? text.IndexOf("<?xml ", start, StringComparison.Ordinal) : -1;
        start = declaration > 0 ? declaration : start;
        if (!text.AsSpan(0, start).Trim("\uFEFF\u0000 \t\r\n").IsEmpty)
        {
            warnings.Add("junk-before", "The feed has something before its first tag, which was passed over.");
        }

        return text[start..];
    }

    /// <summary>
    /// Characters that XML forbids are dropped, HTML's named characters become the characters, a bare ampersand becomes an escaped one.
    /// CDATA sections and comments stay as they are, but for forbidden characters.
    /// </summary>
    public static string Repair(string xml, FeedWarnings warnings)
    {
        StringBuilder? repaired = null; // Most feeds need no repair, and are not copied.
        var (position, kept, verbatimUntil) = (0, 0, 0);
        while (xml.AsSpan(position).IndexOfAny(Suspicious) is >= 0 and var step)
        {
            position += step;
            if (xml[position] == '<' && position >= verbatimUntil && IsOvergrown(xml, position))
            {
                warnings.Add("broken-xml", "The feed has a tag of thousands of attributes: what came before was read, the rest was not.");
                return repaired is null ? xml[..position] : repaired.Append(xml, kept, position - kept).ToString();
            }

            var (replacement, length) = (xml[position], position < verbatimUntil) switch
            {
                ('&' or '<', true) => (null, 1),
                ('<', false) => (null, 1),
                ('&', false) => Reference(xml.AsSpan(position), warnings),
                _ => Forbidden(warnings),
            };
            verbatimUntil = xml[position] == '<' && position >= verbatimUntil ? EndOfVerbatim(xml, position) : verbatimUntil;
            if (replacement is not null)
            {
                (repaired ??= new StringBuilder(xml.Length)).Append(xml, kept, position - kept).Append(replacement);
                kept = position + length;
            }

            position += length;
        }

        return repaired is null ? xml : repaired.Append(xml, kept, xml.Length - kept).ToString();
    }

    /// <summary>Whether a tag begins here that has more attributes than any feed needs: an XML reader compares each with all before.</summary>
    private static bool IsOvergrown(string xml, int start)
    {
        var tag = xml.AsSpan(start + 1, Math.Min(MaxTag, xml.Length - start - 1));
        return tag.Length == MaxTag && tag is not ['!', ..] && tag.IndexOfAny('<', '>') < 0 && tag.Count('=') > MaxAttributes;
    }

    /// <summary>Where the CDATA section or comment that begins here ends, or 0 when none begins here. An endless one takes the rest.</summary>
    private static int EndOfVerbatim(string xml, int start)
    {
        var (opening, closing) = xml.AsSpan(start) switch
        {
            ['<', '!', '[', ..] => ("<![CDATA[", "]]>"),
            ['<', '!', '-', ..] => ("<!--", "-->"),
            _ => (null, ""),
        };
        if (opening is null || !xml.AsSpan(start).StartsWith(opening, StringComparison.Ordinal))
        {
            return 0;
        }

        var end = xml.IndexOf(closing, start + opening.Length, StringComparison.Ordinal);
        return end < 0 ? xml.Length : end;
    }

    private static (string? Replacement, int Length) Forbidden(FeedWarnings warnings)
    {
        warnings.Add("forbidden-characters", "The feed has characters that XML forbids; they were dropped.");
        return ("", 1);
    }

    /// <summary>What takes the place of the ampersand at the start and of so many characters from it on; null where they stay.</summary>
    private static (string? Replacement, int Length) Reference(ReadOnlySpan<char> text, FeedWarnings warnings)
    {
        var end = text[..Math.Min(text.Length, MaxReference)].IndexOf(';');
        var name = end > 1 ? text[1..end] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return (null, end + 1);
        }

        var character = name switch
        {
            ['#', ..] => Numbered(name[1..]),
            [] => null,
            _ => HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";")),
        };
        if (character is null)
        {
            warnings.Add("bare-ampersand", "The feed has ampersands that stand for nothing; they were kept as they are.");
            return ("&amp;", 1);
        }

        return (character switch { "<" => "&lt;", "&" => "&amp;", _ => character }, end + 1);
    }

    /// <summary>The character of a numbered reference; empty where XML forbids it, null where it is not a number.</summary>
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
