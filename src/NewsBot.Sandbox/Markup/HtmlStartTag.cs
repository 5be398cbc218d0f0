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

    /// <param name="cursor">Stands on the tag's first letter, and after its ">" on return.</param>
    public static HtmlStartTag Read(HtmlCursor cursor, int begin, int offset)
    {
        var name = ReadName(cursor, begin);
        string argument = "", format = "";
        while (cursor.Current != '>')
        {
            cursor.SkipSpaces();
            if (cursor.Current == '>')
            {
                break;
            }
            var (key, value) = ReadAttribute(cursor, name, begin);
            argument = ArgumentOf(name, key, value) ?? argument;
            format = (name, key) == ("tg-time", "format") ? value : format;
        }
        cursor.Position++;
        if (name == "span" && argument != "tg-spoiler")
        {
            throw new MarkupException($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        }
        return new HtmlStartTag(name, argument, format, offset);
    }

    private static string ReadName(HtmlCursor cursor, int begin)
    {
        var start = cursor.Position;
        while (!cursor.AtEnd && !cursor.AtSpace && cursor.Current != '>')
        {
            cursor.Position++;
        }
        if (cursor.AtEnd)
        {
            throw new MarkupException($"Unclosed start tag at byte offset {begin}");
        }
        var name = AsciiLower(cursor.Slice(start));
        return Known.Contains(name) ? name : throw new MarkupException($"Unsupported start tag \"{name}\" at byte offset {begin}");
    }

    private static (string Key, string Value) ReadAttribute(HtmlCursor cursor, string tag, int begin)
    {
        var start = cursor.Position;
        while (!cursor.AtEnd && !cursor.AtSpace && cursor.Current is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\''))
        {
            cursor.Position++;
        }
        var key = AsciiLower(cursor.Slice(start));
        if (key.Length == 0)
        {
            throw cursor.AtEnd ? Unclosed(tag, begin) : new MarkupException($"Empty attribute name in the tag \"{tag}\" at byte offset {begin}");
        }
        cursor.SkipSpaces();
        var value = "";
        if (cursor.Current == '=')
        {
            cursor.Position++;
            cursor.SkipSpaces();
            value = cursor.Current is (byte)'"' or (byte)'\'' ? ReadQuoted(cursor) : ReadToken(cursor, tag, begin);
        }
        return cursor.AtEnd ? throw Unclosed(tag, begin) : (key, value);
    }

    private static string ReadToken(HtmlCursor cursor, string tag, int begin)
    {
        var start = cursor.Position;
        while (char.IsAsciiLetterOrDigit((char)cursor.Current) || cursor.Current is (byte)'.' or (byte)'-')
        {
            cursor.Position++;
        }
        if (cursor.AtEnd)
        {
            throw Unclosed(tag, begin);
        }
        return cursor.AtSpace || cursor.Current == '>'
            ? AsciiLower(cursor.Slice(start))
            : throw new MarkupException($"Unexpected end of name token at byte offset {start}");
    }

    private static string ReadQuoted(HtmlCursor cursor)
    {
        var quote = cursor.Current;
        var value = new List<byte>();
        cursor.Position++;
        while (!cursor.AtEnd && cursor.Current != quote)
        {
            if (cursor.Current == '&' && cursor.ReadReference() is { } code)
            {
                value.AddRange(Encoding.UTF8.GetBytes(new Rune(code).ToString()));
                continue;
            }
            value.Add(cursor.Current);
            cursor.Position++;
        }
        cursor.Position = cursor.AtEnd ? cursor.Position : cursor.Position + 1;
        return Encoding.UTF8.GetString([.. value]);
    }

    private static string? ArgumentOf(string tag, string key, string value) => (tag, key) switch
    {
        ("a", "href") or ("tg-emoji", "emoji-id") or ("tg-time", "unix") => value,
        ("span", "class") => value,
        ("code", "class") when value.StartsWith("language-", StringComparison.Ordinal) => value["language-".Length..],
        ("blockquote", "expandable") => "1",
        _ => null,
    };

    private static MarkupException Unclosed(string tag, int begin) => new($"Unclosed start tag \"{tag}\" at byte offset {begin}");

    public static string AsciiLower(string text) => string.Create(text.Length, text, (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        }
    });
}
