using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>Finds the sources whose time has come.</summary>
internal sealed class DueSources(IDbContextFactory<NewsDb> stores)
{
    /// <summary>
    /// One of each host, since it is asked by one at a time: those that answered the last time first, and the longest due first.
    /// </summary>
    /// <param name="now">The present instant.</param>
    /// <param name="busyHosts">Hosts that are being asked.</param>
    /// <param name="most">How many are wanted.</param>
    public async Task<IReadOnlyList<Source>> FindAsync(
        DateTimeOffset now, IReadOnlySet<string> busyHosts, int most, CancellationToken cancellationToken)
    {
        if (most <= 0)
        {
            return [];
        }

        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var due = await db.Sources
            .Where(source => source.State == SourceState.Watched && source.NextCheckAt <= now)
            .OrderBy(source => source.Failures > 0).ThenBy(source => source.NextCheckAt).ThenBy(source => source.Id)
            .Select(source => new { source.Id, source.Host })
            .ToListAsync(cancellationToken);
        var chosen = due.Where(source => !busyHosts.Contains(source.Host)).DistinctBy(source => source.Host).Take(most).Select(source => source.Id).ToList();
        var sources = await db.Sources.AsNoTracking().Where(source => chosen.Contains(source.Id)).ToDictionaryAsync(source => source.Id, cancellationToken);
        return [.. chosen.Where(sources.ContainsKey).Select(id => sources[id])];
    }
}
