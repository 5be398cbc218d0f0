using System.Text;

namespace NewsBot.Sandbox.Markup;

/// <summary>A start tag with the attributes that count for it, and where its content begins in the plain text.</summary>
/// <param name="Argument">href of a, language of code, emoji-id of tg-emoji, unix of tg-time, "1" for an expandable blockquote.</param>
internal sealed record HtmlStartTag(string Name, string Argument, string Format, int Offset)
{
    private static readonly HashSet<string> Known =
    [
        "a", "b", "strong", "i", "em", "s", "strike", "del", "u", "ins", "tg-spoiler", "tg-emoji", "tg-time", "span", "pre", "code", "blockquote",
    ];

    private const string LanguageClass = "language-";

    /// <param name="cursor">Stands on the tag's first letter, and after its ">" on return.</param>
    public static HtmlStartTag Read(HtmlCursor cursor, int begin, int offset)
    {
        var tag = new HtmlStartTag(ReadName(cursor, begin), "", "", offset);
        while (cursor.Current != '>')
        {
            cursor.SkipSpaces();
            if (cursor.Current == '>')
            {
                break;
            }
            tag = tag.With(ReadAttribute(cursor, tag.Name, begin));
        }
        cursor.Position++;
        if (tag.Name == "span" && tag.Argument != "tg-spoiler")
        {
            throw new MarkupException($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        }
        return tag;
    }

    private static string ReadName(HtmlCursor cursor, int begin)
    {
        var start = cursor.Position;
        while (!cursor.AtStop && !cursor.AtSpace && cursor.Current != '>')
        {
            cursor.Position++;
        }
        if (cursor.AtStop)
        {
            throw Unclosed(begin);
        }
        var name = AsciiLower(cursor.Slice(start));
        return Known.Contains(name) ? name : throw new MarkupException($"Unsupported start tag \"{name}\" at byte offset {begin}");
    }

    /// <returns>No value where there is no "=".</returns>
    private static (string Key, string? Value) ReadAttribute(HtmlCursor cursor, string tag, int begin)
    {
        var start = cursor.Position;
        while (!cursor.AtStop && !cursor.AtSpace && cursor.Current is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\''))
        {
            cursor.Position++;
        }
        var key = cursor.Slice(start);
        if (key.Length == 0)
        {
            throw new MarkupException($"Empty attribute name in the tag \"{tag}\" at byte offset {begin}");
        }
        cursor.SkipSpaces();
        var isAssigned = cursor.Current == '=';
        if (isAssigned)
        {
            cursor.Position++;
            cursor.SkipSpaces();
        }
        if (cursor.AtStop)
        {
            throw new MarkupException($"Unclosed start tag \"{tag}\" at byte offset {begin}");
        }
        return (key, isAssigned ? ReadValue(cursor, begin) : null);
    }

    private static string ReadValue(HtmlCursor cursor, int begin)
    {
        var value = cursor.Current is (byte)'"' or (byte)'\'' ? ReadQuoted(cursor) : ReadToken(cursor);
        return cursor.AtStop ? throw Unclosed(begin) : value;
    }

    private static string ReadToken(HtmlCursor cursor)
    {
        var start = cursor.Position;
        while (char.IsAsciiLetterOrDigit((char)cursor.Current) || cursor.Current is (byte)'.' or (byte)'-')
        {
            cursor.Position++;
        }
        return cursor.AtSpace || cursor.AtStop || cursor.Current == '>'
            ? AsciiLower(cursor.Slice(start))
            : throw new MarkupException($"Unexpected end of name token at byte offset {start}");
    }

    private static string ReadQuoted(HtmlCursor cursor)
    {
        var quote = cursor.Current;
        var value = new List<byte>();
        cursor.Position++;
        while (!cursor.AtStop && cursor.Current != quote)
        {
            if (cursor.Current == '&' && cursor.ReadReference() is { } code)
            {
                value.AddRange(Encoding.UTF8.GetBytes(HtmlCursor.Character(code)));
                continue;
            }
            value.Add(cursor.Current);
            cursor.Position++;
        }
        if (!cursor.AtStop)
        {
            cursor.Position++;
        }
        return Encoding.UTF8.GetString([.. value]);
    }

    // Names of attributes are compared as they are written: HREF is not href.
    private HtmlStartTag With((string Key, string? Value) attribute) => (Name, attribute.Key, attribute.Value) switch
    {
        ("blockquote", "expandable", _) => this with { Argument = "1" },
        ("a", "href", { } value) => this with { Argument = value },
        ("tg-emoji", "emoji-id", { } value) => this with { Argument = value },
        ("tg-time", "unix", { } value) => this with { Argument = value },
        ("tg-time", "format", { } value) => this with { Format = value },
        ("span", "class", { } value) when value.StartsWith("tg-", StringComparison.Ordinal) => this with { Argument = value },
        ("code", "class", { } value) when value.StartsWith(LanguageClass, StringComparison.Ordinal) => this with { Argument = value[LanguageClass.Length..] },
        _ => this,
    };

    private static MarkupException Unclosed(int begin) => new($"Unclosed start tag at byte offset {begin}");

    public static string AsciiLower(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });
}
