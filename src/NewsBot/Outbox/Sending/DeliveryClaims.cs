using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Takes what can be sent now out of the store and marks it as being sent, which is committed before a request leaves: a process
/// that dies between the two is found out at the next start.
/// </summary>
internal sealed partial class DeliveryClaims(IDbContextFactory<NewsDb> stores, TimeProvider time, ILogger<DeliveryClaims> logger)
{
    private readonly LaneScheduler scheduler = new();
    private readonly Dictionary<Lane, long> lastChats = [];

    /// <summary>At most one delivery a chat, composed.</summary>
    /// <param name="replies">Most replies.</param>
    /// <param name="bulk">Most of the other lanes together.</param>
    /// <param name="closed">Chats that may not be written to now.</param>
    /// <param name="piggybacked">What is written in the same transaction where something is found; null for nothing.</param>
    public async Task<IReadOnlyList<Claim>> TakeAsync(
        int replies, int bulk, ClosedChats closed, PiggybackedWrite? piggybacked, CancellationToken cancellationToken)
    {
        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        var found = await FindAsync(db, replies, bulk, closed, cancellationToken);
        if (found.Count == 0)
        {
            return [];
        }

        // One transaction: nothing is gathered for a digest between its marking and its reading, and none stays marked that could not be read.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await (piggybacked?.WriteAsync(db, cancellationToken) ?? Task.CompletedTask);
        var marked = await MarkAsync(db, await db.HoldRestrictedAsync(found, time.GetUtcNow(), cancellationToken), cancellationToken);
        var composer = await MessageComposer.ReadAsync(db, marked, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        piggybacked?.Committed();
        return [.. marked.Select(delivery => new Claim(delivery, Compose(composer, delivery)))];
    }

    private async Task<List<Delivery>> FindAsync(NewsDb db, int replies, int bulk, ClosedChats closed, CancellationToken cancellationToken)
    {
        List<Delivery> found = replies > 0 ? await SweepAsync(db, Lane.Reply, closed, replies, cancellationToken) : [];
        var slots = found.Count + bulk;
        foreach (var (lane, share) in scheduler.Next(bulk))
        {
            await AddAsync(lane, share);
        }

        // What a lane does not use goes to the others, in their order.
        foreach (var lane in LaneScheduler.Order)
        {
            await AddAsync(lane, slots - found.Count);
        }

        return found;

        async Task AddAsync(Lane lane, int most)
        {
            if (most > 0)
            {
                found.AddRange(await SweepAsync(db, lane, closed.And(found.Select(delivery => delivery.ChatId)), most, cancellationToken));
            }
        }
    }

    /// <summary>Goes on at the chat after the last one, so that each has its turn, and begins anew at the end.</summary>
    private async Task<List<Delivery>> SweepAsync(NewsDb db, Lane lane, ClosedChats closed, int most, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (lane == Lane.Broadcast)
        {
            return await db.DueOfBroadcastsAsync(closed.ForMessages, now, most, cancellationToken);
        }

        var last = lastChats.GetValueOrDefault(lane, long.MinValue);
        var found = await db.DueOfLaneAsync(lane, last, closed, now, most, cancellationToken);
        if (found.Count < most && last > long.MinValue)
        {
            var rest = closed.And(found.Select(delivery => delivery.ChatId));
            found.AddRange(await db.DueOfLaneAsync(lane, long.MinValue, rest, now, most - found.Count, cancellationToken));
        }

        lastChats[lane] = found.Count > 0 ? found[^1].ChatId : long.MinValue;
        return found;
    }

    private static async Task<List<Delivery>> MarkAsync(NewsDb db, List<Delivery> found, CancellationToken cancellationToken)
    {
        var ids = found.Select(delivery => delivery.Id).ToList();

        // Only what still waits: it may have been cancelled, or deleted with its chat's data, since it was read.
        var marked = await db.Deliveries.Where(delivery => ids.Contains(delivery.Id) && delivery.State == DeliveryState.Waiting).ExecuteUpdateAsync(
            set => set
                .SetProperty(delivery => delivery.State, DeliveryState.Sending)
                .SetProperty(delivery => delivery.Attempts, delivery => delivery.Attempts + 1),
            cancellationToken);
        if (marked == found.Count)
        {
            return found;
        }

        var ours = await db.Deliveries.Where(delivery => ids.Contains(delivery.Id) && delivery.State == DeliveryState.Sending)
            .Select(delivery => delivery.Id).ToHashSetAsync(cancellationToken);
        return [.. found.Where(delivery => ours.Contains(delivery.Id))];
    }

    private Message? Compose(MessageComposer composer, Delivery delivery)
    {
        try
        {
            return composer.Compose(delivery);
        }
#pragma warning disable CA1031 // A bug in one message must not end the sending of all.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.NotComposed(logger, delivery.Id, exception);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} could not be composed")]
        public static partial void NotComposed(ILogger logger, long delivery, Exception exception);
    }
}
