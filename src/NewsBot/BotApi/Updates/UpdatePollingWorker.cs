using NewsBot.Hosting;

namespace NewsBot.BotApi.Updates;

/// <summary>Reads updates by long polling into the <see cref="Inbox"/>.</summary>
internal sealed class UpdatePollingWorker(
    WorkerContext context, UpdateRequests requests, Inbox inbox, BotIdentity identity, UpdateSourceMonitor streak, InvalidTokenShutdown refusal, BotApiTimeouts timeouts)
    : Worker(context)
{
    private bool webhookRemoved;
    private long? offset;
    private TimeSpan pause;

    /// <summary>The longest pause after trouble that the server did not ask for.</summary>
    protected override TimeSpan PollInterval => PollBackoff.Longest;

    protected override TimeSpan StallTimeout => base.StallTimeout + timeouts.LongPoll + timeouts.PollMargin;

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await WaitForAsync(identity.WhenKnownAsync(cancellationToken)); // one place tells of a wrong token at start, and it is not here
        var answer = await AskAsync(cancellationToken);
        Stopping.ThrowIfCancellationRequested(); // the trial mode's Telegram ends its long polls when it is told to stop
        if (UpdateSourceProblem.In(answer) is { } trouble)
        {
            webhookRemoved &= trouble.Kind != UpdateSourceProblemKind.WebhookSet;
            pause = trouble.Kind == UpdateSourceProblemKind.TokenRefused ? refusal.Refused(trouble.Sentence) : streak.Failed(trouble);
            await StoreAsync(answer, cancellationToken);
            return false;
        }

        await StoreAsync(answer, cancellationToken);
        refusal.Accepted();
        streak.Ended();
        return true;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(pause, Time, cancellationToken);

    private async Task<GetUpdatesResult> AskAsync(CancellationToken cancellationToken)
    {
        if (webhookRemoved)
        {
            return await requests.GetUpdatesAsync(offset, cancellationToken);
        }

        var removal = await requests.DeleteWebhookAsync(cancellationToken);
        webhookRemoved = removal is GetUpdatesResult.Answered;
        return removal;
    }

    private async Task StoreAsync(GetUpdatesResult answer, CancellationToken cancellationToken)
    {
        if (answer is GetUpdatesResult.Answered { Updates: var updates })
        {
            // Only after the commit: the next request with this offset makes Telegram forget them. After an empty answer all were
            // acknowledged, and no offset is asked for: after a quiet week the numbers begin anew, perhaps below it.
            await inbox.StoreAsync(updates, cancellationToken);
            offset = updates.LastOrDefault(update => update.UpdateId is not null)?.UpdateId + 1;
        }
    }
}
