using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Commands.Broadcasting;

/// <summary>
/// What the buttons under a broadcast do. Their data is "broadcast:ACT NUMBER". What is counted, of a million deliveries perhaps, is
/// counted before the write begins.
/// </summary>
internal sealed partial class BroadcastCallback(IOptions<SendLimits> limits, ILogger<BroadcastCallback> logger)
{
    public async Task RunAsync(CommandCall call, IncomingCallback press, CancellationToken cancellationToken)
    {
        var space = call.Argument.IndexOf(' ', StringComparison.Ordinal);
        var isNumber = long.TryParse(call.Argument.AsSpan(space + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        if (space < 0 || !isNumber || await call.Db.Broadcasts.AsNoTracking().SingleOrDefaultAsync(broadcast => broadcast.Id == number, cancellationToken) is not { } before)
        {
            call.Refuse(call.Texts.BroadcastNotFound);
            return;
        }

        var act = call.Argument[..space];
        var figures = before.State == BroadcastState.Draft
            ? new BroadcastFigures(await call.Db.CountRecipientsAsync(cancellationToken), 0, 0, 0, 0, 0)
            : await call.Db.TallyAsync(before, cancellationToken);
        await call.BeginWriteAsync(cancellationToken);
        var broadcast = await call.Db.Broadcasts.SingleAsync(current => current.Id == number, cancellationToken);
        await (act is "send" or "test" or "drop"
            ? OnDraftAsync(call, press, broadcast, figures, act, cancellationToken)
            : OnSentAsync(call, press, broadcast, figures, act, cancellationToken));
    }

    private async Task OnDraftAsync(
        CommandCall call, IncomingCallback press, Broadcast draft, BroadcastFigures figures, string act, CancellationToken cancellationToken)
    {
        if (await DraftProblemAsync(call, press, draft, cancellationToken) is { } problem)
        {
            Refuse(call, press, draft, figures, problem);
            return;
        }

        switch (act)
        {
            case "send":
                await call.Db.StartAsync(draft, figures.Recipients, call.Now, cancellationToken);
                Log.Started(logger, press.UserId, draft.Id, draft.Recipients);
                Show(call, press, draft, figures);
                break;
            case "test":
                call.Reply((await call.Db.AnnouncementOfAsync(draft, cancellationToken)).Say(call.Texts));
                call.Notice = call.Texts.BroadcastTested;
                break;
            default:
                draft.State = BroadcastState.Discarded;
                Show(call, press, draft, figures);
                break;
        }
    }

    private async Task OnSentAsync(
        CommandCall call, IncomingCallback press, Broadcast broadcast, BroadcastFigures figures, string act, CancellationToken cancellationToken)
    {
        if (!broadcast.IsRunning && (act != "show" || broadcast.State == BroadcastState.Draft))
        {
            Refuse(call, press, broadcast, figures, call.Texts.BroadcastOver);
            return;
        }

        switch (act)
        {
            // Cancelling cannot be undone, so its first button pauses, and the second one says how many chats will go without.
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
        Show(call, press, broadcast, figures);
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

    /// <summary>Says why not, and shows its admin how it stands in place of buttons that no longer do anything.</summary>
    private void Refuse(CommandCall call, IncomingCallback press, Broadcast broadcast, BroadcastFigures figures, string problem)
    {
        call.Notice = problem;
        if (broadcast.State == BroadcastState.Draft && broadcast.AdminId == press.UserId)
        {
            call.Show(MessageBuilder.Plain(problem));
        }
        else if (broadcast.State != BroadcastState.Draft)
        {
            Show(call, press, broadcast, figures);
        }
    }

    private void Show(CommandCall call, IncomingCallback press, Broadcast broadcast, BroadcastFigures figures)
    {
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
