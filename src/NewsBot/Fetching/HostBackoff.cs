using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Fetching;

/// <summary>The pauses that sites have asked for (Retry-After). They are kept in the store, since a restart is no reason to ask again.</summary>
/// <param name="stores">Null for a program that ends before any pause does.</param>
/// <param name="time">The clock.</param>
internal sealed class HostBackoff(IDbContextFactory<NewsDb>? stores, TimeProvider time)
{
    /// <summary>A longer Retry-After is a mistake or a way to be rid of us: after a week the host is asked again.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<string, DateTimeOffset> pauses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes up what an earlier run was asked for; to be called before anything is fetched.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (stores is null)
        {
            return;
        }

        var now = time.GetUtcNow();
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await db.HostPauses.Where(pause => pause.Until <= now).ExecuteDeleteAsync(cancellationToken);
        await foreach (var pause in db.HostPauses.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            pauses[pause.Host] = pause.Until;
        }
    }

    /// <summary>What is left of the pause of a host; null when there is none.</summary>
    public TimeSpan? Left(string host)
    {
        if (!pauses.TryGetValue(host, out var until))
        {
            return null;
        }

        var left = until - time.GetUtcNow();
        if (left > TimeSpan.Zero && left <= Longest) // Further ahead it was noted while the clock was wrong.
        {
            return left;
        }

        pauses.TryRemove(KeyValuePair.Create(host, until));
        return null;
    }

    /// <summary>Holds from now on, and from the next start where the store can be written: what else is written there tells of its trouble.</summary>
    public async Task HoldAsync(string host, TimeSpan pause, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + pause;
        pauses[host] = until;
        if (stores is null || pause <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            await using var db = await stores.CreateDbContextAsync(cancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "HostPauses" ("Host", "Until") VALUES ({host}, {until.UtcTicks}) ON CONFLICT ("Host") DO UPDATE SET "Until" = excluded."Until" """,
                cancellationToken);
        }
        catch (Exception exception) when (StoreErrors.Describe(exception) is not null)
        {
        }
    }
}
