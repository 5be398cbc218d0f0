using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Lists;
using NewsBot.Storage;

namespace NewsBot.Commands;

/// <summary>Takes lists of feeds that were sent: adds what they list, tells how far the first looks at it are, and reports what cannot be read.</summary>
internal sealed class ImportLoop(
    LoopContext context,
    IDbContextFactory<NewsDb> stores,
    IMessenger messenger,
    Doorbell<SourceImport> imports,
    Doorbell<Source> sources,
    Doorbell<Delivery> deliveries) : Loop(context)
{
    /// <summary>Lists of thousands of feeds are some hundred kilobytes.</summary>
    private const int LargestFile = 5 * 1024 * 1024;

    /// <summary>What has not been looked at by then belongs to a site with very many feeds, and comes in its turn.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan BetweenTold = TimeSpan.FromSeconds(5);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        foreach (var import in await db.SourceImports.AsNoTracking().Where(one => one.DoneAt == null).OrderBy(one => one.Id).ToListAsync(cancellationToken))
        {
            if (import.AddedAt is null)
            {
                var file = await messenger.DownloadAsync(import.FileId, LargestFile, cancellationToken);
                await OutlastTroubleAsync(() => ChangeAsync(import.Id, (one, report) => AddAsync(one, file, report, cancellationToken), cancellationToken), cancellationToken);
                sources.Ring();
            }
            else if (Time.GetUtcNow() - import.ToldAt >= BetweenTold)
            {
                await ChangeAsync(import.Id, (one, report) => FollowAsync(one, report, cancellationToken), cancellationToken);
            }

            Beat();
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => imports.WaitAsync(Patience, Time, cancellationToken);

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
            deliveries.Ring();
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
        if (waiting == 0 || Time.GetUtcNow() - import.AddedAt > LongestWait)
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
