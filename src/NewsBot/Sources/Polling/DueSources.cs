using Microsoft.EntityFrameworkCore;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>Finds the sources whose time has come.</summary>
internal sealed class DueSources(IDbContextFactory<NewsDb> stores)
{
    /// <summary>So many that eight at once seldom wait for the last, so few that a round stays short.</summary>
    private const int MostInARound = 32;

    /// <summary>
    /// The longest due first, one of each host: a host with a thousand feeds must not hold up the others while it takes them one by one.
    /// </summary>
    public async Task<IReadOnlyList<Source>> FindAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        return await db.Sources.AsNoTracking()
            .Where(source => source.State == SourceState.Watched && source.NextCheckAt <= now)
            .Where(source => !db.Set<Source>().Any(earlier =>
                earlier.Host == source.Host && earlier.State == SourceState.Watched
                && (earlier.NextCheckAt < source.NextCheckAt || (earlier.NextCheckAt == source.NextCheckAt && earlier.Id < source.Id))))
            .OrderBy(source => source.NextCheckAt)
            .Take(MostInARound)
            .ToListAsync(cancellationToken);
    }
}
