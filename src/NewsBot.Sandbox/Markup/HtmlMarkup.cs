using System.Globalization;
using System.Text;

namespace NewsBot.Sandbox.Markup;

/// <summary>parse_mode HTML, with the tags, the character references and the error texts of https://core.telegram.org/bots/api#html-style.</summary>
internal sealed class HtmlMarkup
{
    private readonly HtmlCursor cursor;
    private readonly StringBuilder text = new();
    private readonly List<byte> run = [];
    private readonly List<MessageEntity> entities = [];
    private readonly Stack<HtmlStartTag> open = new();
    private bool hasHalfOfPair;

    private HtmlMarkup(string html) => cursor = new HtmlCursor(Encoding.UTF8.GetBytes(html));

    /// <exception cref="MarkupException">The markup is broken.</exception>
    public static FormattedText Parse(string html) => new HtmlMarkup(html).Read();

    private FormattedText Read()
    {
        while (!cursor.AtEnd)
        {
            ReadNext();
        }
        EndRun();
        if (open.TryPeek(out var unclosed))
        {
            throw new MarkupException($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }
        return hasHalfOfPair
            ? throw new MarkupException("Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units")
            : new FormattedText(text.ToString(), [.. entities.Select(entity => entity.Type == "code" ? entity with { Language = null } : entity)]);
    }

    private void ReadNext()
    {
        if (cursor.Current == '<')
        {
            EndRun();
            ReadTag(cursor.Position);
        }
        else if (cursor.Current == '&' && cursor.ReadReference() is { } code)
        {
            EndRun();
            hasHalfOfPair |= !Rune.IsValid(code);
            text.Append(HtmlCursor.Character(code));
        }
        else
        {
            run.Add(cursor.Current);
            cursor.Position++;
        }
    }

    // Bytes wait here until a whole run of them can be decoded: one character may be several.
    private void EndRun()
    {
        text.Append(Encoding.UTF8.GetString([.. run]));
        run.Clear();
    }

    private void ReadTag(int begin)
    {
        cursor.Position++;
        if (cursor.Current == '/')
        {
            Close(ReadEndTag(begin));
        }
        else
        {
            open.Push(HtmlStartTag.Read(cursor, begin, text.Length));
        }
    }

    private HtmlStartTag ReadEndTag(int begin)
    {
        if (!open.TryPop(out var start))
        {
            throw new MarkupException($"Unexpected end tag at byte offset {begin}");
        }
        cursor.Position++;
        var nameAt = cursor.Position;
        while (!cursor.AtStop && !cursor.AtSpace && cursor.Current != '>')
        {
            cursor.Position++;
        }
        var name = HtmlStartTag.AsciiLower(cursor.Slice(nameAt));
        cursor.SkipSpaces();
        if (cursor.Current != '>')
        {
            throw new MarkupException($"Unclosed end tag at byte offset {begin}");
        }
        cursor.Position++;
        return name.Length == 0 || name == start.Name
            ? start
            : throw new MarkupException($"Unmatched end tag at byte offset {begin}, expected \"</{start.Name}>\", found \"</{name}>\"");
    }

    private void Close(HtmlStartTag tag)
    {
        var length = text.Length - tag.Offset;
        if (length == 0)
        {
            return;
        }
        var entity = new MessageEntity(TypeOf(tag), tag.Offset, length);
        switch (entity.Type)
        {
            case "text_link":
                AddLink(entity, tag.Argument);
                break;
            case "pre" or "code":
                AddCode(entity with { Language = tag.Argument.Length == 0 ? null : tag.Argument });
                break;
            case "custom_emoji":
                entities.Add(entity with { CustomEmojiId = CustomEmoji(tag.Argument) });
                break;
            case "date_time":
                AddTime(entity, tag);
                break;
            default:
                entities.Add(entity);
                break;
        }
    }

    private static string TypeOf(HtmlStartTag tag) => tag.Name switch
    {
        "b" or "strong" => "bold",
        "i" or "em" => "italic",
        "u" or "ins" => "underline",
        "s" or "strike" or "del" => "strikethrough",
        "span" or "tg-spoiler" => "spoiler",
        "blockquote" => tag.Argument.Length == 0 ? "blockquote" : "expandable_blockquote",
        "a" => "text_link",
        "tg-emoji" => "custom_emoji",
        "tg-time" => "date_time",
        _ => tag.Name,
    };

    private void AddLink(MessageEntity entity, string href)
    {
        var address = href.Length == 0 ? text.ToString(entity.Offset, entity.Length) : href;
        if (LinkAddress.MentionedUser(address) is { } user)
        {
            entities.Add(entity with { Type = "text_mention", UserId = user });
        }
        else if (LinkAddress.Check(address) is { } url)
        {
            entities.Add(entity with { Url = url });
        }
    }

    // <pre><code class="language-x"> over the same text is one block in that language, and so is the other way round.
    private void AddCode(MessageEntity entity)
    {
        if (entities is [.., { IsCode: true } last] && last.Offset == entity.Offset && last.Length == entity.Length
            && (entity.Type, last.Type) is ("pre", "code") or ("code", "pre") && (entity.Type == "pre" ? last : entity).Language is { } language)
        {
            entities[^1] = entity with { Type = "pre", Language = language };
        }
        else
        {
            entities.Add(entity);
        }
    }

    // A moment that is none, or before 1970, is no error unless the format is wrong too.
    private void AddTime(MessageEntity entity, HtmlStartTag tag)
    {
        var format = DateTimeFormat.Read(tag.Format);
        if (DateTimeFormat.UnixTime(tag.Argument) is > 0 and var time)
        {
            entities.Add(entity with { UnixTime = time, DateTimeFormat = format });
        }
    }

    private static string CustomEmoji(string argument) =>
        long.TryParse(argument, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var id) && id != 0 && argument == $"{id}"
            ? argument
            : throw new MarkupException("Invalid custom emoji identifier specified");
}
