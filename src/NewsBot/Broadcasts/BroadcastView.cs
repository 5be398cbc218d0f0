using NewsBot.Messages;

namespace NewsBot.Broadcasts;

/// <summary>What its admin sees of a broadcast: how it stands, and what can be done about it.</summary>
internal static class BroadcastView
{
    public static Message OfDraft(Broadcast draft, TimeSpan duration, Texts texts)
    {
        var view = new MessageBuilder().Text(texts.BroadcastDraft(draft.Recipients, duration));
        return draft.Recipients == 0
            ? view.Row(ButtonOf(draft, "drop", texts.BroadcastDropButton)).Build()
            : view
                .Row(ButtonOf(draft, "send", texts.BroadcastSendButton(draft.Recipients)))
                .Row(ButtonOf(draft, "test", texts.BroadcastTestButton), ButtonOf(draft, "drop", texts.BroadcastDropButton))
                .Build();
    }

    /// <summary>How it stands; the report where it is over.</summary>
    /// <param name="broadcast">One that is no draft any more.</param>
    /// <param name="figures">How its deliveries stand.</param>
    /// <param name="left">How long it still takes.</param>
    /// <param name="texts">The admin's language.</param>
    public static Message Of(Broadcast broadcast, BroadcastFigures figures, TimeSpan left, Texts texts)
    {
        var view = new MessageBuilder();
        return broadcast.State switch
        {
            BroadcastState.Discarded => view.Text(texts.BroadcastDropped).Build(),
            BroadcastState.Replaced => view.Text(texts.BroadcastReplaced).Build(),
            BroadcastState.Sending => view
                .Text(texts.BroadcastSending(broadcast.Id, figures, left))
                .Row(ButtonOf(broadcast, "pause", texts.BroadcastPauseButton), ButtonOf(broadcast, "stop", texts.BroadcastStopButton))
                .Build(),
            BroadcastState.Paused => view
                .Text(texts.BroadcastPaused(broadcast.Id, figures, broadcast.PausedBecause))
                .Row(ButtonOf(broadcast, "resume", texts.BroadcastResumeButton))
                .Row(ButtonOf(broadcast, "cancel", texts.BroadcastCancelButton(figures.Left)))
                .Build(),
            BroadcastState.Cancelled when broadcast.FinishedAt is null => view.Text(texts.BroadcastCancelling(broadcast.Id)).Build(),
            _ => view.Text(ReportOf(broadcast, figures, texts)).Build(),
        };
    }

    private static string ReportOf(Broadcast broadcast, BroadcastFigures figures, Texts texts) => texts.BroadcastReport(
        broadcast.Id,
        broadcast.State == BroadcastState.Cancelled,
        figures,
        (broadcast.FinishedAt - broadcast.StartedAt) ?? TimeSpan.Zero);

    private static Button ButtonOf(Broadcast broadcast, string act, string label) => new(label, $"broadcast:{act} {broadcast.Id}");
}
