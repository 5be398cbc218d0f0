using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;

namespace NewsBot.Commands.Broadcasting;

/// <summary>/announcements on|off: whether the chat gets the announcements of the bot's admins. The button under each of them does the same.</summary>
internal sealed class AnnouncementsCommand : ICommand
{
    public string Name => "announcements";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        switch (call.Argument.ToLowerInvariant())
        {
            case "on":
                await TurnAsync(call, on: true, cancellationToken);
                break;
            case "off":
                await TurnAsync(call, on: false, cancellationToken);
                break;
            case "":
                var isOn = !call.Subscriber.AnnouncementsOff;
                call.Reply(new MessageBuilder()
                    .Text(call.Texts.AnnouncementsState(isOn))
                    .Row(new Button(call.Texts.AnnouncementsButton(!isOn), isOn ? "announcements:off" : "announcements:on"))
                    .Build());
                break;
            default:
                call.Refuse(call.Texts.AnnouncementsNotUnderstood);
                break;
        }
    }

    private static async Task TurnAsync(CommandCall call, bool on, CancellationToken cancellationToken)
    {
        await call.KeepSubscriberAsync(cancellationToken);
        call.Subscriber.AnnouncementsOff = !on;
        if (!on)
        {
            await CancelWaitingAsync(call, cancellationToken);
        }

        // The sentence must not take the announcement's place; and in a channel only who pressed needs it.
        if (call.IsPress && !call.Incoming.Chat.IsPrivate)
        {
            call.Notice = call.Texts.AnnouncementsTurned(on);
        }
        else
        {
            call.Reply(call.Texts.AnnouncementsTurned(on));
        }
    }

    /// <summary>Cancels an announcement that has not reached this chat yet.</summary>
    private static Task<int> CancelWaitingAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (chat, now) = (call.Incoming.Chat, call.Now);
        return call.Db.Deliveries
            .Where(delivery => delivery.ChatId == chat.ChatId && delivery.ThreadId == chat.ThreadId && delivery.Lane == Lane.Broadcast && delivery.State == DeliveryState.Waiting)
            .ExecuteUpdateAsync(
                set => set.SetProperty(delivery => delivery.State, DeliveryState.Cancelled).SetProperty(delivery => delivery.FinishedAt, now),
                cancellationToken);
    }
}
