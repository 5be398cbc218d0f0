using System.Globalization;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Following;

/// <summary>What a chat follows, page by page, with a button for each topic.</summary>
internal static class TopicPages
{
    /// <summary>What a button's data says after "command:" to show a page, before its number.</summary>
    public const string Page = "page ";

    private const int PerPage = 25;
    private const int PerRow = 2;

    /// <summary>The page that a button's data asks for: 0 where it asks for none.</summary>
    public static int PageIn(CommandCall call) =>
        call.IsPress && call.Argument.StartsWith(Page, StringComparison.Ordinal) ? NumberOf(call.Argument[Page.Length..]) : 0;

    /// <summary>A page number as a button carries it; 1 where it is none.</summary>
    public static int NumberOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 1) : 1;

    /// <summary>The topics of a page: of the last one where there are fewer pages.</summary>
    public static IReadOnlyList<FollowedTopic> Of(IReadOnlyList<FollowedTopic> followed, int page) =>
        [.. followed.Skip((Bounded(followed, page) - 1) * PerPage).Take(PerPage)];

    /// <summary>The buttons of a page, each of which gives its topic to a command, and below them the buttons that turn the page.</summary>
    /// <param name="message">Gets the buttons.</param>
    /// <param name="followed">All that the chat follows.</param>
    /// <param name="page">Counted from 1.</param>
    /// <param name="command">What a topic's button leads to.</param>
    /// <param name="turn">The data of a button that turns to a page, up to its number.</param>
    public static MessageBuilder Buttons(
        this MessageBuilder message, IReadOnlyList<FollowedTopic> followed, int page, string command, string turn, Texts texts)
    {
        foreach (var row in Of(followed, page).Select(followedTopic => TopicButton.For(followedTopic.Topic.Name, command, followedTopic.Topic)).Chunk(PerRow))
        {
            message.Row(row);
        }

        var shown = Bounded(followed, page);
        List<Button> turning = [];
        turning.AddRange(shown > 1 ? [new Button(texts.PreviousButton, $"{turn}{shown - 1}")] : []);
        turning.AddRange(shown < PagesOf(followed) ? [new Button(texts.NextButton, $"{turn}{shown + 1}")] : []);
        return message.Row(turning);
    }

    private static int PagesOf(IReadOnlyList<FollowedTopic> followed) => Math.Max(1, (followed.Count + PerPage - 1) / PerPage);

    private static int Bounded(IReadOnlyList<FollowedTopic> followed, int page) => Math.Clamp(page, 1, PagesOf(followed));
}
