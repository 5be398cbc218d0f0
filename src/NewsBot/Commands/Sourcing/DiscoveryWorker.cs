using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Sourcing;

/// <summary>Finds the feeds of the addresses that people sent, and replies to them. Searches run side by side: a slow site delays no other.</summary>
internal sealed partial class DiscoveryWorker(
    WorkerContext context,
    IDbContextFactory<NewsDb> stores,
    SourceDiscovery discovery,
    WorkSignal<DiscoveryRequest> requests,
    WorkSignal<Delivery> deliveries,
    ILogger<DiscoveryWorker> logger) : Worker(context)
{
    private const string OurMistake = "I couldn't make sense of what the site sent.";

    /// <summary>A person has one search at a time, so this many people can wait for slow sites at once.</summary>
    private const int MaxInFlight = 32;

    /// <summary>Long enough for a button to be pressed, and to keep count of a person's searches in a day.</summary>
    internal static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // Touched by the rounds alone.
    private readonly Dictionary<long, Task<DiscoveryResult>> searches = [];

    /// <summary>Replies to the searches that have ended, and begins those that wait.</summary>
    protected override async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        foreach (var (id, search) in searches.Where(running => running.Value.IsCompleted).ToList())
        {
            var result = await search;
            await RetryWhileStoreUnavailableAsync(() => ReplyAsync(id, result, cancellationToken), cancellationToken);
            searches.Remove(id);
            deliveries.Notify();
            ReportProgress();
        }

        foreach (var request in await WaitingAsync(cancellationToken))
        {
            searches[request.Id] = SearchAsync(request, cancellationToken);
            _ = searches[request.Id].ContinueWith(_ => requests.Notify(), TaskScheduler.Default);
        }

        return false;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken) => requests.WaitAsync(PollInterval, Time, cancellationToken);

    private async Task<List<DiscoveryRequest>> WaitingAsync(CancellationToken cancellationToken)
    {
        var running = searches.Keys.ToList();
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        return await db.Lookups.AsNoTracking()
            .Where(request => request.DoneAt == null && !running.Contains(request.Id))
            .OrderByDescending(request => request.IsByAdmin).ThenBy(request => request.Id)
            .Take(MaxInFlight - running.Count)
            .ToListAsync(cancellationToken);
    }

    private async Task<DiscoveryResult> SearchAsync(DiscoveryRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await discovery.FindAsync(new Uri(request.Address), cancellationToken);
        }
#pragma warning disable CA1031 // A page that breaks the search must not be searched again and again.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.Failed(logger, request.Id, exception);
            return new DiscoveryResult([], [], OurMistake);
        }
    }

    private async Task ReplyAsync(long id, DiscoveryResult result, CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Lookups.FindAsync([id], cancellationToken) is not { } request)
        {
            return;
        }

        request.DoneAt = now;
        var found = result.Candidates.Select(feedCandidate => new DiscoveredFeed { LookupId = id, Address = feedCandidate.Address.AbsoluteUri, Title = feedCandidate.Title }).ToList();
        db.FoundFeeds.AddRange(found);
        await db.SaveChangesAsync(cancellationToken);
        var chat = new ChatAddress(request.ChatId);
        var texts = Texts.For((await db.FindSubscriberAsync(chat, cancellationToken))?.Language);
        var addresses = found.Select(discoveredFeed => discoveredFeed.Address).ToList();
        var watched = await db.Sources.Where(source => source.State == SourceState.Watched && addresses.Contains(source.Address))
            .ToDictionaryAsync(source => source.Address, source => source.Id, cancellationToken);
        db.Enqueue(chat, request.UpdateId, 1, DiscoveryReply.Of(request, result, found, watched, texts), null, now);
        request.Address = ""; // what somebody typed is not kept longer than it is needed
        await db.Lookups.Where(discoveryRequest => discoveryRequest.DoneAt < now - KeptFor).ExecuteDeleteAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Search {Id} failed")]
        public static partial void Failed(ILogger logger, long id, Exception exception);
    }
}
