namespace NewsBot.Sandbox.Markup;

/// <summary>The order in which entities are given back: by place, the outer before the inner. Touching parts of one style are joined, and
/// a style ends where code begins.</summary>
internal static class EntityOrder
{
    public static IReadOnlyList<MessageEntity> Arrange(IEnumerable<MessageEntity> entities)
    {
        var all = entities.ToList();
        var code = all.Where(entity => entity.IsCode).ToList();
        var styles = all.Where(entity => entity.IsStyle).GroupBy(entity => entity.Type).SelectMany(Join);
        var others = all.Where(entity => !entity.IsStyle);
        return Sort(others.Concat(styles.SelectMany(style => Outside(style, code))));
    }

    public static IReadOnlyList<MessageEntity> Sort(IEnumerable<MessageEntity> entities) =>
        [.. entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length).ThenBy(Rank)];

    public static bool Overlaps(MessageEntity one, MessageEntity other) => one.Offset < other.End && other.Offset < one.End;

    private static IEnumerable<MessageEntity> Outside(MessageEntity style, IReadOnlyList<MessageEntity> code)
    {
        var at = style.Offset;
        foreach (var block in code.Where(block => Overlaps(block, style)).OrderBy(block => block.Offset))
        {
            if (block.Offset > at)
            {
                yield return style with { Offset = at, Length = block.Offset - at };
            }
            at = Math.Max(at, block.End);
        }
        if (at < style.End)
        {
            yield return style with { Offset = at, Length = style.End - at };
        }
    }

    private static IEnumerable<MessageEntity> Join(IEnumerable<MessageEntity> ofOneStyle)
    {
        MessageEntity? last = null;
        foreach (var entity in ofOneStyle.OrderBy(entity => entity.Offset))
        {
            if (last is null || entity.Offset > last.End)
            {
                if (last is not null)
                {
                    yield return last;
                }
                last = entity;
            }
            else
            {
                last = last with { Length = Math.Max(last.End, entity.End) - last.Offset };
            }
        }
        if (last is not null)
        {
            yield return last;
        }
    }

    private static int Rank(MessageEntity entity) => entity.Type switch
    {
        "blockquote" or "expandable_blockquote" => 0,
        "pre" => 1,
        "code" => 2,
        "date_time" => 3,
        "text_link" or "text_mention" => 4,
        "bold" => 6,
        "italic" => 7,
        "underline" => 8,
        "strikethrough" => 9,
        "spoiler" => 10,
        "custom_emoji" => 11,
        _ => 5,
    };
}
