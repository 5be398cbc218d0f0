using System.Globalization;
using NewsBot.Commands.Pausing;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Following;

/// <summary>/topics: what the chat follows, page by page, with a button for each to set its level.</summary>
internal sealed class TopicsCommand : ICommand
{
    private const int PerPage = 25;
    private const int PerRow = 2;

    public string Name => "topics";

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var followed = await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken);
        if (followed.Count == 0)
        {
            call.Reply(call.Texts.FollowsNothing);
            return;
        }

        var pages = (followed.Count + PerPage - 1) / PerPage;
        var page = int.TryParse(call.Argument, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        call.Show(Page(call, followed, page, pages));
    }

    private static Message Page(CommandCall call, List<FollowedTopic> followed, int page, int pages)
    {
        var message = new MessageBuilder().Text(call.Texts.TopicsTitle(followed.Count));
        if (PauseTimes.IsPaused(call.Subscriber.PausedUntil, call.Now))
        {
            message.Text($"\n({call.Texts.PausedMark(PauseTimes.Shown(call.Subscriber.PausedUntil))})");
        }

        var shown = followed.Skip((page - 1) * PerPage).Take(PerPage).ToList();
        foreach (var (subscription, topic) in shown)
        {
            message.Text("\n• ").Bold(topic.Name);
            var marks = new[] { call.Texts.LevelMark((int)subscription.Level), PauseMark(call, subscription) }.OfType<string>().ToList();
            message.Text(marks.Count == 0 ? "" : $" ({string.Join(", ", marks)})");
        }

        foreach (var row in shown.Select(followedTopic => TopicButton.For(followedTopic.Topic.Name, "level", followedTopic.Topic)).Chunk(PerRow))
        {
            message.Row(row);
        }

        return message.Row(Turning(call.Texts, page, pages)).Build();
    }

    private static string? PauseMark(CommandCall call, Subscription subscription) =>
        PauseTimes.IsPaused(subscription.PausedUntil, call.Now) ? call.Texts.PausedMark(PauseTimes.Shown(subscription.PausedUntil)) : null;

    private static List<Button> Turning(Texts texts, int page, int pages)
    {
        var buttons = new List<Button>();
        if (page > 1)
        {
            buttons.Add(new Button(texts.PreviousButton, $"topics:{page - 1}"));
        }

        if (page < pages)
        {
            buttons.Add(new Button(texts.NextButton, $"topics:{page + 1}"));
        }

        return buttons;
    }
}
