using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.Markup;

/// <summary>Mentions, commands, hashtags and cashtags in a text.</summary>
internal static partial class FoundNames
{
    private const string Word = @"[\p{L}\p{N}_]";
    private const string Name = "[A-Za-z0-9_]";

    // Letters, digits and what some scripts write between them: the middle dot of Catalan, the joiner of Persian, the vowel signs of Sinhala.
    private const string TagLetter = @"[\p{L}\p{Nd}_\u200C\u00B7\u0D80-\u0DFF]";
    private const string CashtagLetter = @"[\p{L}\p{Nd}_\u200C\u00B7\u0D80-\u0DFF$]";

    private static readonly (string Type, Regex Pattern)[] Patterns =
        [("mention", Mention()), ("bot_command", Command()), ("hashtag", Hashtag()), ("cashtag", Cashtag())];

    public static IEnumerable<MessageEntity> In(string text) =>
        from kind in Patterns
        from match in kind.Pattern.Matches(text)
        select new MessageEntity(kind.Type, match.Index, match.Length);

    // Names of three letters belong to Telegram's own inline bots.
    [GeneratedRegex($"(?<!{Word})@(?>{Name}{{4,32}}|(?i:gif|nft|pic|ufc|vid))(?!{Word})")]
    private static partial Regex Mention();

    [GeneratedRegex($"(?<!{Word}|[/<>])/(?>{Name}{{1,64}})(?:@(?>{Name}{{3,32}})|(?!@))(?!{Word}|[/<>])")]
    private static partial Regex Command();

    // At least one letter among the first 256.
    [GeneratedRegex($@"(?<!{TagLetter})#(?={TagLetter}{{0,255}}\p{{L}})(?>{TagLetter}{{1,256}})(?:(?!{TagLetter})@(?>{Name}{{3,32}})(?!#)|(?!@{Name}{{3}})(?!{TagLetter}*#))")]
    private static partial Regex Hashtag();

    [GeneratedRegex($@"(?<!{CashtagLetter})\$(?>1INCH|[A-Z]{{1,8}})(?>(?:@{Name}{{3,32}}(?!{Name}))?)(?!{CashtagLetter})")]
    private static partial Regex Cashtag();
}
