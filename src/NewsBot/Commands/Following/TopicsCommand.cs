using System.Globalization;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>/topics: what the chat follows, page by page.</summary>
internal sealed class TopicsCommand : ICommand
{
    private const int PerPage = 25;

    public string Name => "topics";

    public Audience Audience => Audience.Everyone;

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

        foreach (var (subscription, topic) in followed.Skip((page - 1) * PerPage).Take(PerPage))
        {
            message.Text("\n• ").Bold(topic.Name);
            if (PauseTimes.IsPaused(subscription.PausedUntil, call.Now))
            {
                message.Text($" ({call.Texts.PausedMark(PauseTimes.Shown(subscription.PausedUntil))})");
            }
        }

        var buttons = new List<Button>();
        if (page > 1)
        {
            buttons.Add(new Button(call.Texts.PreviousButton, $"topics:{page - 1}"));
        }

        if (page < pages)
        {
            buttons.Add(new Button(call.Texts.NextButton, $"topics:{page + 1}"));
        }

        return message.Row([.. buttons]).Build();
    }
}
