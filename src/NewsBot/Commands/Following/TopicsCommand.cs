using NewsBot.Commands.Pausing;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Following;

/// <summary>/topics: what the chat follows, page by page, with a button for each to set its level.</summary>
internal sealed class TopicsCommand : ICommand
{
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

        call.Show(PageOf(call, followed, TopicPages.NumberOf(call.Argument)));
    }

    private static Message PageOf(CommandCall call, List<FollowedTopic> followed, int page)
    {
        var message = new MessageBuilder().Text(call.Texts.TopicsTitle(followed.Count));
        if (PauseTimes.IsPaused(call.Subscriber.PausedUntil, call.Now))
        {
            message.Text($"\n({call.Texts.PausedMark(PauseTimes.Shown(call.Subscriber.PausedUntil))})");
        }

        foreach (var (subscription, topic) in TopicPages.Of(followed, page))
        {
            message.Text("\n• ").Bold(topic.Name);
            var marks = new[] { call.Texts.LevelMark((int)subscription.Level), PauseMark(call, subscription) }.OfType<string>().ToList();
            message.Text(marks.Count == 0 ? "" : $" ({string.Join(", ", marks)})");
        }

        return message.Buttons(followed, page, "level", "topics:", call.Texts).Build();
    }

    private static string? PauseMark(CommandCall call, Subscription subscription) =>
        PauseTimes.IsPaused(subscription.PausedUntil, call.Now) ? call.Texts.PausedMark(PauseTimes.Shown(subscription.PausedUntil)) : null;
}
