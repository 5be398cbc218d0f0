using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Commands.Broadcasting;

/// <summary>What the buttons under a broadcast do. Their data is "broadcast:ACT NUMBER".</summary>
internal sealed partial class BroadcastCallback(IOptions<SendLimits> limits, ILogger<BroadcastCallback> logger)
{
    public async Task RunAsync(CommandCall call, IncomingCallback press, CancellationToken cancellationToken)
    {
        var space = call.Argument.IndexOf(' ', StringComparison.Ordinal);
        var isNumber = long.TryParse(call.Argument.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (space < 0 || !isNumber || await call.Db.Broadcasts.SingleOrDefaultAsync(one => one.Id == number, cancellationToken) is not { } broadcast)
        {
            call.Refuse(call.Texts.BroadcastNotFound);
            return;
        }

        var act = call.Argument[..space];
        await (act is "send" or "test" or "drop"
            ? OnDraftAsync(call, press, broadcast, act, cancellationToken)
            : OnSentAsync(call, press, broadcast, act, cancellationToken));
    }

    private async Task OnDraftAsync(CommandCall call, IncomingCallback press, Broadcast draft, string act, CancellationToken cancellationToken)
    {
        if (await DraftProblemAsync(call, press, draft, cancellationToken) is { } problem)
        {
            await RefuseAsync(call, press, draft, problem, cancellationToken);
            return;
        }

        switch (act)
        {
            case "send":
                await call.Db.StartAsync(draft, call.Now, cancellationToken);
                Log.Started(logger, press.UserId, draft.Id, draft.Recipients);
                await ShowAsync(call, press, draft, cancellationToken);
                break;
            case "test":
                call.Reply((await call.Db.AnnouncementOfAsync(draft, cancellationToken)).Say(call.Texts));
                call.Notice = call.Texts.BroadcastTested;
                break;
            default:
                draft.State = BroadcastState.Discarded;
                await ShowAsync(call, press, draft, cancellationToken);
                break;
        }
    }

    private async Task OnSentAsync(CommandCall call, IncomingCallback press, Broadcast broadcast, string act, CancellationToken cancellationToken)
    {
        if (!broadcast.IsRunning && (act != "show" || broadcast.State == BroadcastState.Draft))
        {
            await RefuseAsync(call, press, broadcast, call.Texts.BroadcastOver, cancellationToken);
            return;
        }

        switch (act)
        {
            // To cancel is for good, so its first button pauses, and the second one asks how many shall go without.
            case "pause" or "stop":
                await call.Db.PauseAsync(broadcast, broadcast.PausedBecause, cancellationToken);
                break;
            case "resume":
                await call.Db.ResumeAsync(broadcast, cancellationToken);
                break;
            case "cancel":
                await call.Db.CancelAsync(broadcast, cancellationToken);
                break;
        }

        Log.Pressed(logger, press.UserId, act, broadcast.Id, broadcast.State);
        await ShowAsync(call, press, broadcast, cancellationToken);
    }

    /// <summary>Why the draft cannot be used, or null.</summary>
    private static async Task<string?> DraftProblemAsync(CommandCall call, IncomingCallback press, Broadcast draft, CancellationToken cancellationToken) => draft switch
    {
        _ when draft.AdminId != press.UserId => call.Texts.BroadcastNotYours,
        { State: BroadcastState.Discarded } => call.Texts.BroadcastDropped,
        { State: BroadcastState.Replaced } => call.Texts.BroadcastReplaced,
        { State: not BroadcastState.Draft } => call.Texts.BroadcastSentAlready,
        _ when call.Now - draft.CreatedAt > Broadcast.DraftLifetime => call.Texts.BroadcastTooOld,
        _ => await call.Db.PreviewProblemAsync(draft, cancellationToken) is { } why ? call.Texts.BroadcastPreviewFailed(why) : null,
    };

    /// <summary>Says why not, and shows its admin how it stands in place of buttons that do nothing any more.</summary>
    private async Task RefuseAsync(CommandCall call, IncomingCallback press, Broadcast broadcast, string problem, CancellationToken cancellationToken)
    {
        call.Notice = problem;
        if (broadcast.State == BroadcastState.Draft && broadcast.AdminId == press.UserId)
        {
            call.Show(MessageBuilder.Plain(problem));
        }
        else if (broadcast.State != BroadcastState.Draft)
        {
            await ShowAsync(call, press, broadcast, cancellationToken);
        }
    }

    private async Task ShowAsync(CommandCall call, IncomingCallback press, Broadcast broadcast, CancellationToken cancellationToken)
    {
        var figures = await call.Db.TallyAsync(broadcast, cancellationToken);
        call.Show(BroadcastView.Of(broadcast, figures, BroadcastEstimate.Left(broadcast, figures, limits.Value, call.Now), call.Texts));
        if (press.Chat == broadcast.Admin)
        {
            broadcast.ProgressMessageId = press.MessageId;
            broadcast.Told(figures, call.Now);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Admin {Admin} sends broadcast {Broadcast} to {Recipients} chats")]
        public static partial void Started(ILogger logger, long admin, long broadcast, int recipients);

        [LoggerMessage(Level = LogLevel.Information, Message = "Admin {Admin} pressed {Act}: broadcast {Broadcast} is {State}")]
        public static partial void Pressed(ILogger logger, long admin, string act, long broadcast, BroadcastState state);
    }
}
