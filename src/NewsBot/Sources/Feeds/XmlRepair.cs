using System.Buffers;
using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsBot.Sources.Feeds;

/// <summary>Makes text that means to be XML into text that an XML reader takes: one pass, linear in its length.</summary>
internal sealed class XmlRepair
{
    /// <summary>The longest name of a character in HTML is 31 letters; longer runs are not looked up.</summary>
    private const int MaxReference = 63;

    /// <summary>Values of attributes are addresses and names: a quote that is closed later than this belongs to something else.</summary>
    private const int MaxAttributeValue = 16 * 1024;

    /// <summary>An XML reader compares each attribute of a tag with all before.</summary>
    private const int MaxAttributes = 1_000;

    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(code => (char)code).Except("\t\n\r"), .. Enumerable.Range(0x7F, 0x21).Select(code => (char)code), '&', '<', '\uFFFE', '\uFFFF']);

    private readonly string xml;
    private readonly InternalEntities entities;
    private readonly FeedWarnings warnings;

    /// <summary>Null while nothing had to be changed: most feeds need no repair, and are not copied.</summary>
    private StringBuilder? repaired;

    /// <summary>What is before it is in <see cref="repaired"/>.</summary>
    private int copied;

    /// <summary>The end of the tag that the pass is in.</summary>
    private int tagEnd;

    private XmlRepair(string xml, InternalEntities entities, FeedWarnings warnings) => (this.xml, this.entities, this.warnings) = (xml, entities, warnings);

    /// <summary>
    /// Characters that XML forbids are dropped, HTML's named characters and the feed's own entities become text, a bare ampersand or angle
    /// bracket is escaped, comments are dropped. CDATA sections stay as they are, but for forbidden characters.
    /// </summary>
    public static string Repair(string xml, InternalEntities entities, FeedWarnings warnings) => new XmlRepair(xml, entities, warnings).Run();

    private string Run()
    {
        var position = 0;
        while (position < xml.Length && xml.AsSpan(position).IndexOfAny(Suspicious) is >= 0 and var step)
        {
            position += step;
            var next = xml[position] switch
            {
                '<' => Angle(position),
                '&' => Reference(position),
                _ => Forbidden(position),
            };
            if (next is null)
            {
                warnings.Add("broken-xml", "The feed has a tag of thousands of attributes: what came before was read, the rest was not.");
                return Finish(position);
            }

            position = next.Value;
        }

        return Finish(xml.Length);
    }

    private string Finish(int end) => repaired is null ? xml[..end] : repaired.Append(xml, copied, end - copied).ToString();

    /// <summary>Puts the text in the place of what stands from the position to the end, and returns the end.</summary>
    private int Replace(int position, int end, ReadOnlySpan<char> text)
    {
        (repaired ??= new StringBuilder(xml.Length)).Append(xml, copied, position - copied).Append(text);
        return copied = end;
    }

    /// <summary>Goes over what an angle bracket begins; null where it is a tag of too many attributes.</summary>
    private int? Angle(int position)
    {
        var rest = xml.AsSpan(position);
        if (position < tagEnd)
        {
            return Replace(position, position + 1, "&lt;");
        }

        if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            return EndOfCdata(position);
        }

        if (rest is ['<', '!' or '?', ..])
        {
            var closing = rest.StartsWith("<!--", StringComparison.Ordinal) ? "-->" : rest[1] == '?' ? "?>" : ">";
            var end = xml.IndexOf(closing, position + 2, StringComparison.Ordinal);
            return Replace(position, end < 0 ? xml.Length : end + closing.Length, "");
        }

        if (rest.Length < 2 || !(char.IsLetter(rest[1]) || rest[1] is '/' or '_' or ':'))
        {
            warnings.Add("bare-angle-bracket", "The feed has angle brackets that begin no tag; they were kept as they are.");
            return Replace(position, position + 1, "&lt;");
        }

        return SkipTag(position);
    }

    /// <summary>Finds the end of the tag, for what is inside it to be told from text, and passes its name. Null for too many attributes.</summary>
    private int? SkipTag(int start)
    {
        var attributes = 0;
        for (tagEnd = start + 1; tagEnd < xml.Length; tagEnd++)
        {
            var step = xml.AsSpan(tagEnd).IndexOfAny('>', '<', '=');
            tagEnd = step < 0 ? xml.Length : tagEnd + step;
            if (tagEnd == xml.Length || xml[tagEnd] != '=')
            {
                break;
            }

            if (++attributes > MaxAttributes)
            {
                return null;
            }

            tagEnd = EndOfValue(tagEnd);
        }

        return start + 1;
    }

    /// <summary>The quote that closes the value behind the equals sign; the sign itself where there is no value in quotes.</summary>
    private int EndOfValue(int equals)
    {
        var opening = equals + 1;
        while (opening < xml.Length && char.IsWhiteSpace(xml[opening]))
        {
            opening++;
        }

        if (opening >= xml.Length || xml[opening] is not ('"' or '\''))
        {
            return equals;
        }

        var length = xml.AsSpan(opening + 1, Math.Min(MaxAttributeValue, xml.Length - opening - 1)).IndexOf(xml[opening]);
        return length < 0 ? equals : opening + 1 + length;
    }

    /// <summary>The end of the CDATA section that begins here, without what XML forbids in it.</summary>
    private int EndOfCdata(int start)
    {
        var end = xml.IndexOf("]]>", start, StringComparison.Ordinal);
        end = end < 0 ? xml.Length : end;
        var position = start + 1;
        while (xml.AsSpan(position, end - position).IndexOfAny(Suspicious) is >= 0 and var step)
        {
            position += step;
            position = xml[position] is '&' or '<' ? position + 1 : Forbidden(position);
        }

        return end;
    }

    /// <summary>C1 controls are what windows-1252's quotes and dashes become in the hands of programs that take it for Latin-1.</summary>
    private int Forbidden(int position)
    {
        var character = xml[position];
        if (character is >= '\u0080' and <= '\u009F' && HtmlEntityProvider.GetSymbolFromTable(character) is { Length: 1 } meant)
        {
            return Replace(position, position + 1, meant);
        }

        warnings.Add("forbidden-characters", "The feed has characters that XML forbids; they were dropped.");
        return Replace(position, position + 1, "");
    }

    private int Reference(int position)
    {
        var text = xml.AsSpan(position, Math.Min(xml.Length - position, MaxReference));
        var end = text.IndexOf(';');
        var name = end > 1 ? text[1..end] : default;
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            return position + end + 1;
        }

        var characters = entities.Value(name) is { } own ? Expand(own) : CharacterReference.Resolve(name);
        if (characters is null)
        {
            warnings.Add("bare-ampersand", "The feed has ampersands that stand for nothing; they were kept as they are.");
            return Replace(position, position + 1, "&amp;");
        }

        return Replace(position, position + end + 1, Escaped(characters));
    }

    private static string Expand(string value) => System.Net.WebUtility.HtmlDecode(value);

    /// <summary>Quotes too, since the reference may stand in an attribute.</summary>
    private static string Escaped(string characters) => characters.AsSpan().IndexOfAny("<>&\"'") < 0 ? characters : new StringBuilder(characters)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&apos;").ToString();
}
