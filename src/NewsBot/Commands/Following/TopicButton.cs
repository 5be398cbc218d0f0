using System.Globalization;
using System.Text;
using NewsBot.Messages;
using NewsBot.Topics;

namespace NewsBot.Commands.Following;

/// <summary>Buttons about a topic. Their data names it by number, because a topic can be longer than the 64 bytes that Telegram allows.</summary>
internal static class TopicButton
{
    /// <summary>Telegram shows at most 100 buttons below a message; fifty are more than anybody scrolls.</summary>
    public const int MaxOnOnePage = 50;

    private const int MaxBytes = 64;

    public static Button For(string label, string command, Topic topic) => new(label, $"{command}:#{topic.Id}");

    /// <summary>A row with a button for each level; the one that is set has a mark.</summary>
    public static IReadOnlyList<Button> Levels(Texts texts, Topic topic, MatchLevel level) =>
    [
        .. new[] { MatchLevel.Headline, MatchLevel.About, MatchLevel.Mention }.Select(matchLevel =>
            new Button($"{(matchLevel == level ? "✓ " : "")}{texts.LevelButton((int)matchLevel)}", $"level:#{topic.Id} {LevelWords.NameOf(matchLevel)}")),
    ];

    /// <summary>Whether a topic can stand in a button by its name.</summary>
    public static bool Fits(string name) => Encoding.UTF8.GetByteCount($"subscribe:{name}") <= MaxBytes;

    /// <summary>The topic's number in a button's data ("#12"), or null.</summary>
    public static long? NumberIn(string argument) =>
        argument is ['#', ..] && long.TryParse(argument.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
