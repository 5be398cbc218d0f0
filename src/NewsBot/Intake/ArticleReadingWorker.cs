using Microsoft.Extensions.Options;
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
    WorkSignal<Article> articles,
    IOptions<SourceOptions> options) : Worker(context)
{
    private const int AtOnce = 8;

    /// <summary>Small, so that news which arrives meanwhile waits for few slow pages.</summary>
    private const int Batch = 2 * AtOnce;

    private readonly ILogger logger = context.Logger;

    protected override TimeSpan StallTimeout => base.StallTimeout + options.Value.LongestTurn(AtOnce);

    protected override Task WaitAsync(CancellationToken cancellationToken) => entries.WaitAsync(PollInterval, Time, cancellationToken);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var waiting = await filing.WaitingAsync(Batch, cancellationToken);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(waiting, parallel, async (entry, cancellation) =>
        {
            await TakeAsync(entry, cancellation);
            ReportProgress();
        });
        return waiting.Count > 0;
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
            var why = $"Reading it failed: {exception.Message}";
            var next = EntryReader.Postpone(entry, why, null);
            await FileAsync(entry, next is EntryReadResult.RetryLater ? next : new EntryReadResult.Abandoned(why), cancellationToken);
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
