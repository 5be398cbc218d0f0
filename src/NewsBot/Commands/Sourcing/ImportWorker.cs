using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Sources;
using NewsBot.Sources.Opml;
using NewsBot.Storage;

namespace NewsBot.Commands.Sourcing;

/// <summary>Takes lists of feeds that were sent: adds what they list, tells how far the first looks at it are, and reports what cannot be read.</summary>
internal sealed class ImportWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    IMessenger messenger,
    WorkSignal<SourceImport> imports,
    WorkSignal<Source> sources,
    WorkSignal<Delivery> deliveries) : Worker(context)
{
    /// <summary>Lists of thousands of feeds are some hundred kilobytes.</summary>
    private const int LargestFile = 5 * 1024 * 1024;

    /// <summary>What has not been looked at by then belongs to a site with very many feeds, and comes in its turn.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan BetweenTold = TimeSpan.FromSeconds(5);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        foreach (var import in await db.SourceImports.AsNoTracking().Where(sourceImport => sourceImport.DoneAt == null).OrderBy(sourceImport => sourceImport.Id).ToListAsync(cancellationToken))
        {
            if (import.AddedAt is null)
            {
                var file = await messenger.DownloadAsync(import.FileId, LargestFile, cancellationToken);
                await RetryWhileStoreUnavailableAsync(() => ChangeAsync(import.Id, (sourceImport, report) => AddAsync(sourceImport, file, report, cancellationToken), cancellationToken), cancellationToken);
                sources.Notify();
            }
            else if (Time.GetUtcNow() - import.ToldAt >= BetweenTold)
            {
                await ChangeAsync(import.Id, (sourceImport, report) => FollowAsync(sourceImport, report, cancellationToken), cancellationToken);
            }

            ReportProgress();
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => imports.WaitAsync(PollInterval, Time, cancellationToken);

    /// <summary>In one transaction with what is told of it.</summary>
    private async Task ChangeAsync(long id, Func<SourceImport, ImportReport, Task> change, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.SourceImports.FindAsync([id], cancellationToken) is { } import)
        {
            await change(import, await ImportReport.ForAsync(db, import, Time.GetUtcNow(), cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            deliveries.Notify();
        }
    }

    private async Task AddAsync(SourceImport import, ReadOnlyMemory<byte>? file, ImportReport report, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        var list = file is { } bytes ? OpmlReader.Read(bytes) : null;
        import.AddedAt = now;
        if (list is null or { Feeds.Count: 0, Unusable.Count: 0 })
        {
            report.Refuse(isReadable: list is not null);
            import.DoneAt = now;
            return;
        }

        var added = await report.Db.WatchAllAsync(list.Feeds, now, cancellationToken);
        import.Added = added.Count;
        foreach (var source in added)
        {
            source.ImportId = import.Id;
        }

        report.Added(list.Feeds.Count - added.Count, list.Unusable);
        import.DoneAt = added.Count == 0 ? now : null;
    }

    private async Task FollowAsync(SourceImport import, ImportReport report, CancellationToken cancellationToken)
    {
        var mine = report.Db.Sources.AsNoTracking().Where(source => source.ImportId == import.Id);
        var waiting = await mine.CountAsync(source => source.LastCheckAt == null, cancellationToken);
        var failed = await mine.Where(source => source.Failures > 0 || source.State == SourceState.Gone).OrderBy(source => source.Id).ToListAsync(cancellationToken);
        var looked = await mine.CountAsync(cancellationToken) - waiting;
        if (waiting == 0 || Time.GetUtcNow() - import.AddedAt > MaxWait)
        {
            report.Done(looked - failed.Count, failed, waiting);
            import.DoneAt = Time.GetUtcNow();
        }
        else
        {
            await report.ProgressAsync(looked, failed.Count, cancellationToken);
        }
    }
}
