using System.Globalization;
using System.Text;
using NewsBot.Messages;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>
/// Buttons about a topic. The data of one names a topic that the chat follows by its number ("#12"), and any other by its text. A text
/// that is too long for the 64 bytes of a button's data stands in the message as code, and the data says which ("@1"): nothing that
/// nobody follows is stored.
/// </summary>
internal static class TopicButton
{
    private const char Number = '#';
    private const char Quoted = '@';

    /// <summary>Of a message's 4,096 characters, with room for the names of twenty topics.</summary>
    private const int MaxQuotedCharacters = 2_000;

    /// <summary>A button about a topic that the chat follows.</summary>
    public static Button For(string label, string command, Topic topic) => new(label, $"{command}:{Number}{topic.Id}");

    /// <summary>A row with a button for each level; the one that is set has a mark.</summary>
    public static IReadOnlyList<Button> Levels(Texts texts, Topic topic, MatchLevel level) =>
    [
        .. new[] { MatchLevel.Headline, MatchLevel.About, MatchLevel.Mention }.Select(matchLevel =>
            new Button($"{(matchLevel == level ? "✓ " : "")}{texts.LevelButton((int)matchLevel)}", $"level:{Number}{topic.Id} {LevelWords.NameOf(matchLevel)}")),
    ];

    /// <summary>Whether a topic fits into a button's data by its text.</summary>
    public static bool Fits(string text) =>
        text is not [Number or Quoted, ..] && Encoding.UTF8.GetByteCount($"{CommandTable.Subscribe}:{text}") <= Button.MaxDataBytes;

    /// <summary>The text that, parsed again, gives the same query: its name where that says all of it.</summary>
    public static string TextOf(TopicQuery query) =>
        TopicQuery.Parse(query.Name) is TopicParse.Success named && named.Query.Canonical == query.Canonical ? query.Name : query.Canonical;

    /// <summary>
    /// What a button's data says after "command:" to mean this query. Where its text does not fit, it is added to the message as code.
    /// Null where the message has no room for it either.
    /// </summary>
    public static string? ReferenceTo(TopicQuery query, MessageBuilder message)
    {
        var text = TextOf(query);
        return Fits(text) ? text
            : message.CodeCharacters + text.Length > MaxQuotedCharacters ? null
            : $"{Quoted}{message.Text("\n").Code(text).CodeCount}";
    }

    /// <summary>The number of a followed topic in a button's data ("#12"), or null.</summary>
    public static long? NumberIn(string argument) => ValueAfter(Number, argument);

    /// <summary>The text that a button's data names by its place in the message ("@1"); null where it names none or the message does not have it.</summary>
    public static string? QuotedIn(string argument, IncomingCallback press) =>
        ValueAfter(Quoted, argument) is { } place && place >= 1 && place <= press.CodeTexts.Count ? press.CodeTexts[(int)place - 1] : null;

    /// <summary>Whether a button's data names a topic by anything but its text.</summary>
    public static bool IsReference(string argument) => argument is [Number or Quoted, ..];

    private static long? ValueAfter(char sign, string argument) =>
        argument.Length > 1 && argument[0] == sign && long.TryParse(argument.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
