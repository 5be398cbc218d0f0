using System.Text;

namespace NewsBot.Sandbox.Markup;

/// <summary>What Telegram does to every text before it is stored: some characters go, the rest is trimmed, and the entities move with it.</summary>
internal static class TextCleaner
{
    public static FormattedText Clean(FormattedText source)
    {
        var text = new StringBuilder(source.Text.Length);
        var moved = new int[source.Text.Length + 1];
        for (var i = 0; i < source.Text.Length; i++)
        {
            moved[i] = text.Length;
            if (Replacement(source.Text[i]) is { } kept)
            {
                text.Append(kept);
            }
        }
        moved[^1] = text.Length;
        var cleaned = text.ToString();
        var entities = source.Entities
            .Select(entity => entity with { Offset = moved[entity.Offset], Length = moved[entity.End] - moved[entity.Offset] })
            .Select(entity => WithoutTrailingSpace(entity, cleaned))
            .Where(entity => entity.Length > 0);
        return Trim(cleaned, EntityOrder.Arrange(entities));
    }

    private static char? Replacement(char character) => character switch
    {
        '\n' => '\n',
        '\r' or (>= '\u2028' and <= '\u202E') or '\u0333' or '\u033F' or '\u030A' => null,
        < ' ' => ' ',
        _ => character,
    };

    private static MessageEntity WithoutTrailingSpace(MessageEntity entity, string text)
    {
        if (entity.IsCode || entity.Type is "blockquote" or "expandable_blockquote")
        {
            return entity;
        }
        var end = entity.End;
        while (end > entity.Offset && IsSpace(text[end - 1]))
        {
            end--;
        }
        return entity with { Length = end - entity.Offset };
    }

    // Leading space inside an entity stays: only what stands before the first entity is trimmed.
    private static FormattedText Trim(string text, IReadOnlyList<MessageEntity> entities)
    {
        var end = text.Length;
        while (end > 0 && IsSpace(text[end - 1]))
        {
            end--;
        }
        var limit = Math.Min(end, entities.Count == 0 ? end : entities[0].Offset);
        var start = 0;
        while (start < limit && IsSpace(text[start]))
        {
            start++;
        }
        return new FormattedText(text[start..end],
            [.. entities.Select(entity => entity with { Offset = entity.Offset - start, Length = Math.Min(entity.End, end) - entity.Offset })
                .Where(entity => entity.Length > 0)]);
    }

    private static bool IsSpace(char character) => character is ' ' or '\n';
}
