using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Sourcing;

/// <summary>Looks for the feeds of the addresses that people sent, and answers them.</summary>
internal sealed partial class DiscoveryWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    SourceDiscovery discovery,
    WorkSignal<DiscoveryRequest> lookups,
    WorkSignal<Delivery> deliveries,
    IOptions<SourceOptions> options,
    ILogger<DiscoveryWorker> logger) : Worker(context)
{
    private const string OurMistake = "I failed at reading what the site answered.";

    /// <summary>Long enough for a button to be pressed, and to keep count of what somebody asks for in a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A search begins no request after a minute, and each may wait for others to the same site.</summary>
    protected override TimeSpan StallTimeout => base.StallTimeout + options.Value.LongestTurn(10);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var lookup = await db.Lookups.AsNoTracking().Where(discoveryRequest => discoveryRequest.DoneAt == null)
            .OrderByDescending(discoveryRequest => discoveryRequest.IsByAdmin).ThenBy(discoveryRequest => discoveryRequest.Id).FirstOrDefaultAsync(cancellationToken);
        if (lookup is null)
        {
            return false;
        }

        var search = await SearchAsync(lookup, cancellationToken);
        await RetryWhileStoreUnavailableAsync(() => AnswerAsync(lookup.Id, search, cancellationToken), cancellationToken);
        deliveries.Notify();
        return true;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => lookups.WaitAsync(PollInterval, Time, cancellationToken);

    private async Task<DiscoveryResult> SearchAsync(DiscoveryRequest lookup, CancellationToken cancellationToken)
    {
        try
        {
            return await discovery.FindAsync(new Uri(lookup.Address), cancellationToken);
        }
#pragma warning disable CA1031 // A page that trips us must not be looked at for ever, nor hold up the next.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Tripped(logger, lookup.Id, exception);
            return new DiscoveryResult([], [], OurMistake);
        }
    }

    private async Task AnswerAsync(long id, DiscoveryResult search, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Lookups.FindAsync([id], cancellationToken) is not { } lookup)
        {
            return;
        }

        lookup.DoneAt = now;
        var found = search.Candidates.Select(feedCandidate => new DiscoveredFeed { LookupId = id, Address = feedCandidate.Address.AbsoluteUri, Title = feedCandidate.Title }).ToList();
        db.FoundFeeds.AddRange(found);
        await db.SaveChangesAsync(cancellationToken);
        var chat = new ChatAddress(lookup.ChatId);
        var texts = Texts.For((await db.FindSubscriberAsync(chat, cancellationToken))?.Language);
        var addresses = found.Select(discoveredFeed => discoveredFeed.Address).ToList();
        var watched = await db.Sources.Where(source => source.State == SourceState.Watched && addresses.Contains(source.Address))
            .ToDictionaryAsync(source => source.Address, source => source.Id, cancellationToken);
        db.Enqueue(chat, lookup.UpdateId, 1, DiscoveryReply.Of(lookup, search, found, watched, texts), null, now);
        await db.Lookups.Where(discoveryRequest => discoveryRequest.DoneAt < now - Kept).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Lookup {Id} failed")]
        public static partial void Tripped(ILogger logger, long id, Exception exception);
    }
}
