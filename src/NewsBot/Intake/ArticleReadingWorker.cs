using NewsBot.Articles;
using NewsBot.Hosting;
using NewsBot.Sources;

namespace NewsBot.Intake;

/// <summary>Turns waiting entries into articles.</summary>
internal sealed partial class ArticleReadingWorker(
    WorkerContext context,
    EntryReader reader,
    ArticleWriter filing,
    WorkSignal<Entry> entries,
    WorkSignal<Article> articles) : Worker(context)
{
    private const int MaxInFlight = 8;

    /// <summary>Several, because some may be of one host.</summary>
    private const int MaxCandidates = 4 * MaxInFlight;

    private readonly ILogger logger = context.Logger;
    private readonly EntriesInFlight inFlight = new();

    protected override Task WaitAsync(CancellationToken cancellationToken) => entries.WaitAsync(PollInterval, Time, cancellationToken);

    /// <summary>
    /// Starts what can be started, and otherwise waits for a place or for news, never for a whole batch: what arrives meanwhile would wait
    /// for the slowest site.
    /// </summary>
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            inFlight.RemoveCompleted();
            var hasStarted = inFlight.Count < MaxInFlight && await StartReadingAsync(cancellationToken);
            if (!hasStarted && inFlight.Count > 0)
            {
                await Task.WhenAny(inFlight.WhenAny(), entries.WaitAsync(PollInterval, Time, cancellationToken));
                cancellationToken.ThrowIfCancellationRequested();
            }

            return hasStarted || inFlight.Count > 0;
        }
        catch (OperationCanceledException)
        {
            await inFlight.WhenAll().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    /// <summary>Whether any entry was started.</summary>
    private async Task<bool> StartReadingAsync(CancellationToken cancellationToken)
    {
        var hasStarted = false;
        foreach (var entry in await filing.WaitingAsync(MaxCandidates, inFlight, cancellationToken))
        {
            if (inFlight.Count < MaxInFlight && inFlight.Allows(entry))
            {
                inFlight.Add(entry, Task.Run(() => TakeAsync(entry, cancellationToken), cancellationToken));
                hasStarted = true;
            }
        }

        return hasStarted;
    }

    private async Task TakeAsync(Entry entry, CancellationToken cancellationToken)
    {
        try
        {
            var reading = await filing.IsStoredAsync(entry, cancellationToken)
                ? new EntryReadResult.FeedTextOnly(null)
                : await reader.ReadAsync(entry, cancellationToken);
            await FileAsync(entry, reading, cancellationToken);
        }
#pragma warning disable CA1031 // One entry that cannot be read or stored must not hold up the others.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ReadingFailed(logger, entry.Id, exception);
            await RecoverAsync(entry, $"Reading it failed: {exception.Message}", cancellationToken);
        }
    }

    /// <summary>Another attempt, then the feed's text; where even that cannot be stored, nothing, so that it is not tried for ever.</summary>
    private async Task RecoverAsync(Entry entry, string why, CancellationToken cancellationToken)
    {
        try
        {
            await FileAsync(entry, EntryReader.Postpone(entry, why, null), cancellationToken);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ReadingFailed(logger, entry.Id, exception);
            await FileAsync(entry, new EntryReadResult.Abandoned(why), cancellationToken);
        }
    }

    private Task FileAsync(Entry entry, EntryReadResult reading, CancellationToken cancellationToken) => RetryWhileStoreUnavailableAsync(
        async () =>
        {
            if (await filing.FileAsync(entry.Id, reading, cancellationToken))
            {
                articles.Notify();
            }
        },
        cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Reading entry {Entry} failed")]
        public static partial void ReadingFailed(ILogger logger, long entry, Exception exception);
    }
}
