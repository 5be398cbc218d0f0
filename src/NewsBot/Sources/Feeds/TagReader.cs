using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Feeds;

/// <summary>One start tag, however it is written.</summary>
/// <param name="Name">With its prefix.</param>
/// <param name="Markup">The tag as XML wants it.</param>
/// <param name="IsEmpty">Whether it closes itself.</param>
/// <param name="End">Behind it.</param>
internal readonly partial record struct TagReader(string Name, string Markup, bool IsEmpty, int End)
{
    /// <summary>HTML's elements without an end, which stand unescaped in some descriptions.</summary>
    private static readonly HashSet<string> VoidElements = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "input", "meta", "wbr", "embed", "area", "base", "col" };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    public static TagReader Read(string xml, int start)
    {
        var nameLength = xml.AsSpan(start + 1).IndexOfAny(NameEnds) is >= 0 and var length ? length : xml.Length - start - 1;
        var name = InvalidInName().Replace(xml.Substring(start + 1, nameLength), "_");
        var markup = new StringBuilder("<").Append(name);
        var names = new HashSet<string>(StringComparer.Ordinal);
        var position = start + 1 + nameLength;
        while (Attribute().Match(xml, position) is { Success: true, Length: > 0 } match && match.Index == position)
        {
            position += match.Length;
            if (match.Groups["name"] is { Success: true, Value: var attribute } && names.Add(attribute))
            {
                markup.Append(' ').Append(attribute).Append("=\"").Append(Value(match)).Append('"');
            }
        }

        var isEmpty = (position > start && xml.AsSpan(start, position - start).TrimEnd() is [.., '/']) || VoidElements.Contains(name);
        var end = position < xml.Length && xml[position] == '>' ? position + 1 : position;
        return new TagReader(name, markup.Append(isEmpty ? "/>" : ">").ToString(), isEmpty, Math.Max(end, start + 1));
    }

    private static string Value(Match match) => match.Groups["value"].Value.Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    /// <summary>An attribute with or without a value or quotes, or what else stands between the name and the end of the tag.</summary>
    [GeneratedRegex("""\G(?:\s+|/|(?<name>[A-Za-z_][A-Za-z0-9_.:-]{0,100})(?:\s{0,20}=\s{0,20}(?:"(?<value>[^"<>]*)"|'(?<value>[^'<>]*)'|(?<value>[^\s"'<>]*)))?|[^\s<>])""", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();

    [GeneratedRegex("[^A-Za-z0-9_.:-]|^[^A-Za-z_]|:(?=.*:)", RegexOptions.CultureInvariant)]
    private static partial Regex InvalidInName();
}
