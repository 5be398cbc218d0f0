using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Fetching;
using NewsBot.Storage;

namespace NewsBot.Sources.Polling;

/// <summary>Finds the sources whose time has come.</summary>
internal sealed class DueSources(IDbContextFactory<NewsDb> stores, IOptions<SourceOptions> options)
{
    /// <summary>Sources of one host that are due at once fill no more than one page.</summary>
    private const int PageSize = 500;

    /// <summary>The longest that skipHours and skipDays put a visit off.</summary>
    private static readonly TimeSpan LongestSkip = TimeSpan.FromDays(8);

    /// <summary>Clocks are corrected by less all the time.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>
    /// One of each host, since it is asked by one at a time: those that answered the last time first, and the longest due first.
    /// </summary>
    /// <param name="now">The present instant.</param>
    /// <param name="busyHosts">Hosts that are being asked.</param>
    /// <param name="limit">How many are wanted.</param>
    public async Task<IReadOnlyList<Source>> FindAsync(
        DateTimeOffset now, IReadOnlySet<string> busyHosts, int limit, CancellationToken cancellationToken)
    {
        var found = new List<Source>();
        if (limit <= 0)
        {
            return found;
        }

        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var passed = busyHosts.ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var count = PageSize; count == PageSize && found.Count < limit;)
        {
            var page = await db.Sources.AsNoTracking()
                .Where(source => source.State == SourceState.Watched && source.NextCheckAt <= now && !passed.Contains(source.Host))
                .OrderBy(source => source.Failures > 0).ThenBy(source => source.NextCheckAt).ThenBy(source => source.Id)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            count = page.Count;
            found.AddRange(page.Where(source => passed.Add(source.Host)));
        }

        return found.Count <= limit ? found : found[..limit];
    }

    /// <summary>
    /// Makes those due whose times were noted while the clock was ahead: their last visit lies in the future, or their next one further ahead
    /// than any setting or site can put it.
    /// </summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ResetFutureAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (ahead, horizon) = (now + ClockTolerance, now + options.Value.MaximumInterval + HostBackoff.Longest + LongestSkip);
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        return await db.Sources
            .Where(source => source.NextCheckAt > now && (source.LastCheckAt > ahead || source.NextCheckAt > horizon))
            .ExecuteUpdateAsync(set => set.SetProperty(source => source.NextCheckAt, now).SetProperty(source => source.LastCheckAt, now), cancellationToken);
    }
}
