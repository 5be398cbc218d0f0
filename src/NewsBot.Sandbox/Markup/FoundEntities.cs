using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.Markup;

/// <summary>The entities Telegram finds by itself in any text: addresses, commands, mentions, tags.</summary>
internal static partial class FoundEntities
{
    /// <summary>The given entities with the found ones that overlap neither code, nor links, nor each other.</summary>
    public static FormattedText Add(FormattedText source)
    {
        var taken = source.Entities.Where(entity => !entity.IsStyle && entity.Type is not ("blockquote" or "expandable_blockquote")).ToList();
        var found = new List<MessageEntity>();
        foreach (var (type, pattern) in Patterns)
        {
            foreach (var match in pattern.EnumerateMatches(source.Text))
            {
                var entity = new MessageEntity(type, match.Index, match.Length);
                if (!taken.Exists(other => EntityOrder.Overlaps(other, entity)))
                {
                    taken.Add(entity);
                    found.Add(entity);
                }
            }
        }
        return found.Count == 0 ? source : source with { Entities = EntityOrder.Arrange([.. source.Entities, .. found]) };
    }

    private static readonly (string Type, Regex Pattern)[] Patterns =
    [
        ("email", Email()), ("url", Url()), ("bot_command", Command()), ("mention", Mention()), ("hashtag", Hashtag()), ("cashtag", Cashtag()),
    ];

    [GeneratedRegex(@"(?<![\w.+-])[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.)+[a-z]{2,24}(?![\w@])", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w@.])(?:https?://(?:[\w-]{1,63}\.)+[\w-]{1,63}|(?:[\w-]{1,63}\.)+(?:com|org|net|info|io|example|uk|ua|de|es|fr|kr|eu|news))(?::[0-9]{1,5})?(?![\w@])(?:[/?#][^\s<>""]*(?<![.,:;!?)'""]))?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w/@<>])/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![\w/<>])", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@])@[a-z][a-z0-9_]{3,31}(?!\w)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#[0-9_]*\p{L}\w{0,255}(?!\w|#)", RegexOptions.None, 1000)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])\$[A-Z]{1,8}(?!\w)", RegexOptions.None, 1000)]
    private static partial Regex Cashtag();
}
