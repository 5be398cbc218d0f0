using System.Globalization;
using System.Text;

namespace NewsBot.Sandbox.Markup;

/// <summary>The entities Telegram finds by itself in any text: addresses, commands, mentions, tags.</summary>
internal static class FoundEntities
{
    /// <summary>The given entities with the found ones that overlap neither code, nor links.</summary>
    public static FormattedText Add(FormattedText source)
    {
        var taken = source.Entities.Where(entity => !entity.IsStyle && entity.Type is not ("blockquote" or "expandable_blockquote")).ToList();
        var found = Find(source.Text).Where(entity => !taken.Exists(other => EntityOrder.Overlaps(other, entity))).ToList();
        return found.Count == 0 ? source : source with { Entities = EntityOrder.Arrange([.. source.Entities, .. found]) };
    }

    // Of those that overlap the first stays, and of those that begin together the longest.
    private static IEnumerable<MessageEntity> Find(string text)
    {
        var units = Units(text);
        var end = 0;
        foreach (var entity in EntityOrder.Sort([.. FoundNames.In(units), .. FoundAddresses.In(text, units)]))
        {
            if (entity.Offset >= end)
            {
                end = entity.End;
                yield return entity;
            }
        }
    }

    /// <summary>The text with two characters of the same kind for each beyond U+FFFF, since patterns read UTF-16 units.</summary>
    private static string Units(string text)
    {
        var units = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            units.Append(rune.IsBmp ? rune.ToString() : Rune.GetUnicodeCategory(rune) switch
            {
                _ when Rune.IsLetter(rune) => "中中",
                UnicodeCategory.DecimalDigitNumber => "٣٣",
                _ when Rune.IsNumber(rune) => "½½",
                _ => "☃☃",
            });
        }
        return units.ToString();
    }
}
