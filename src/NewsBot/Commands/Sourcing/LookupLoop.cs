using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>Looks for the feeds of the addresses that people sent, and answers them.</summary>
internal sealed partial class LookupLoop(
    LoopContext context,
    IDbContextFactory<NewsDb> stores,
    SourceDiscovery discovery,
    Doorbell<Lookup> lookups,
    Doorbell<Delivery> deliveries,
    IOptions<SourceOptions> options,
    ILogger<LookupLoop> logger) : Loop(context)
{
    private const string OurMistake = "I failed at reading what the site answered.";

    /// <summary>Long enough for a button to be pressed, and to keep count of what somebody asks for in a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A search begins no request after a minute, and each may wait for others to the same site.</summary>
    protected override TimeSpan LongestSilence => base.LongestSilence + options.Value.LongestTurn(10);

    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var lookup = await db.Lookups.AsNoTracking().Where(one => one.DoneAt == null)
            .OrderByDescending(one => one.IsByAdmin).ThenBy(one => one.Id).FirstOrDefaultAsync(cancellationToken);
        if (lookup is null)
        {
            return false;
        }

        var search = await SearchAsync(lookup, cancellationToken);
        await OutlastTroubleAsync(() => AnswerAsync(lookup.Id, search, cancellationToken), cancellationToken);
        deliveries.Ring();
        return true;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => lookups.WaitAsync(Patience, Time, cancellationToken);

    private async Task<SourceSearch> SearchAsync(Lookup lookup, CancellationToken cancellationToken)
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
            return new SourceSearch([], [], OurMistake);
        }
    }

    private async Task AnswerAsync(long id, SourceSearch search, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Lookups.FindAsync([id], cancellationToken) is not { } lookup)
        {
            return;
        }

        lookup.DoneAt = now;
        var found = search.Candidates.Select(one => new FoundFeed { LookupId = id, Address = one.Address.AbsoluteUri, Title = one.Title }).ToList();
        db.FoundFeeds.AddRange(found);
        await db.SaveChangesAsync(cancellationToken);
        var chat = new ChatAddress(lookup.ChatId);
        var texts = Texts.For((await db.FindSubscriberAsync(chat, cancellationToken))?.Language);
        var addresses = found.Select(one => one.Address).ToList();
        var watched = await db.Sources.Where(source => source.State == SourceState.Watched && addresses.Contains(source.Address))
            .ToDictionaryAsync(source => source.Address, source => source.Id, cancellationToken);
        db.Owe(chat, lookup.UpdateId, 1, LookupAnswer.Of(lookup, search, found, watched, texts), null, now);
        await db.Lookups.Where(one => one.DoneAt < now - Kept).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Lookup {Id} failed")]
        public static partial void Tripped(ILogger logger, long id, Exception exception);
    }
}
