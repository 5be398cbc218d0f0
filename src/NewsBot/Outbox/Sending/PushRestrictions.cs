using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Sending;

/// <summary>Holds the pushes of chats that refuse them for want of rights, and lets them go. Everything runs in the caller's transaction.</summary>
internal static class PushRestrictions
{
    extension(NewsDb db)
    {
        /// <summary>Notes a refusal and holds what waits for the chat. Returns whether it is the first, which is the one to log.</summary>
        public async Task<bool> RestrictPushesAsync(ChatAddress chat, string why, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var known = await db.PushRestrictions.FindAsync([chat.ChatId, chat.ThreadId], cancellationToken);
            if (known is null)
            {
                db.PushRestrictions.Add(new PushRestriction
                {
                    ChatId = chat.ChatId,
                    ThreadId = chat.ThreadId,
                    Since = now,
                    RetryAt = now + PushRestriction.FirstRetry,
                    Reason = why,
                });
            }
            else
            {
                (known.RetryAt, known.Reason) = (now + PushRestriction.LaterRetries, why);
            }

            await PushesOf(db, chat).Where(delivery => delivery.State == DeliveryState.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Held), cancellationToken);
            if (known is not null && now - known.Since >= PushRestriction.GivenUpAfter)
            {
                db.PushRestrictions.Remove(known);
                await db.CloseThreadAsync(chat, known.Since, cancellationToken);
                await db.Deliveries.Where(delivery => delivery.ChatId == chat.ChatId && delivery.ThreadId == chat.ThreadId).BlockQueuedAsync(why, now, cancellationToken);
            }

            return known is null;
        }

        /// <summary>Of deliveries that were found to be sent, holds the pushes of restricted chats, and returns the others.</summary>
        public async Task<List<Delivery>> HoldRestrictedAsync(List<Delivery> found, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var chats = found.Where(IsPush).Select(delivery => delivery.ChatId).Distinct().ToList();
            var restrictions = chats.Count == 0 ? [] : await db.PushRestrictions.Where(restriction => chats.Contains(restriction.ChatId)).ToListAsync(cancellationToken);
            var held = new HashSet<ChatAddress>();
            foreach (var restriction in restrictions.Where(restriction => found.Exists(delivery => IsPush(delivery) && delivery.Address == restriction.Address)))
            {
                if (restriction.RetryAt > now && restriction.RetryAt <= now + PushRestriction.LaterRetries)
                {
                    held.Add(restriction.Address);
                    await PushesOf(db, restriction.Address).Where(delivery => delivery.State == DeliveryState.Waiting)
                        .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Held), cancellationToken);
                }
                else
                {
                    restriction.RetryAt = now + PushRestriction.LaterRetries; // this one is the try
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            return held.Count == 0 ? found : [.. found.Where(delivery => !(IsPush(delivery) && held.Contains(delivery.Address)))];
        }

        /// <summary>Lets one held push of each chat whose next try is due wait to be sent. Returns how many there were.</summary>
        public async Task<int> RetryRestrictedAsync(DateTimeOffset now, CancellationToken cancellationToken)
        {
            var (due, ahead) = (now, now + PushRestriction.LaterRetries);
            var restrictions = await db.PushRestrictions.AsNoTracking()
                .Where(restriction => restriction.RetryAt <= due || restriction.RetryAt > ahead).ToListAsync(cancellationToken);
            foreach (var restriction in restrictions)
            {
                var pushes = PushesOf(db, restriction.Address);
                if (!await pushes.AnyAsync(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Sending, cancellationToken))
                {
                    await pushes.Where(delivery => delivery.State == DeliveryState.Held).OrderBy(delivery => delivery.Id).Take(1)
                        .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Waiting), cancellationToken);
                }
            }

            return restrictions.Count;
        }

        /// <summary>The chat has taken a push, or an update says that the bot may write there: what is held goes out.</summary>
        /// <param name="chatId">The chat.</param>
        /// <param name="threadId">The thread; null for all of them.</param>
        public async Task LiftPushRestrictionsAsync(long chatId, int? threadId, CancellationToken cancellationToken)
        {
            var lifted = await db.PushRestrictions
                .Where(restriction => restriction.ChatId == chatId && (threadId == null || restriction.ThreadId == threadId))
                .ExecuteDeleteAsync(cancellationToken);
            if (lifted > 0)
            {
                await db.Deliveries
                    .Where(delivery => delivery.ChatId == chatId && (threadId == null || delivery.ThreadId == threadId) && delivery.State == DeliveryState.Held)
                    .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Waiting), cancellationToken);
            }
        }

        /// <summary>Why chats refuse pushes now, in Telegram's words, and how many for each reason.</summary>
        public async Task<IReadOnlyList<(string Reason, int Chats)>> PushRestrictionReasonsAsync(CancellationToken cancellationToken)
        {
            var reasons = await db.PushRestrictions
                .GroupBy(restriction => restriction.Reason)
                .Select(group => new { Reason = group.Key, Chats = group.Count() })
                .OrderByDescending(group => group.Chats)
                .ToListAsync(cancellationToken);
            return [.. reasons.Select(reason => (reason.Reason, reason.Chats))];
        }
    }

    extension(IQueryable<Delivery> ofChat)
    {
        /// <summary>Ends what is queued for a chat that cannot be written to: it counts as missed when the chat comes back.</summary>
        public Task<int> BlockQueuedAsync(string why, DateTimeOffset now, CancellationToken cancellationToken) => ofChat
            .Where(delivery => delivery.State == DeliveryState.Waiting || delivery.State == DeliveryState.Gathered || delivery.State == DeliveryState.Held)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(delivery => delivery.State, DeliveryState.Blocked)
                    .SetProperty(delivery => delivery.Reason, why)
                    .SetProperty(delivery => delivery.Body, (string?)null)
                    .SetProperty(delivery => delivery.FinishedAt, now),
                cancellationToken);
    }

    /// <summary>Edits are let through: they say nothing new, and what may not write may still edit.</summary>
    private static bool IsPush(Delivery delivery) => delivery is { Lane: Lane.News or Lane.Digest, EditsMessageId: null };

    private static IQueryable<Delivery> PushesOf(NewsDb db, ChatAddress chat) => db.Deliveries.Where(delivery =>
        delivery.ChatId == chat.ChatId && delivery.ThreadId == chat.ThreadId
        && (delivery.Lane == Lane.News || delivery.Lane == Lane.Digest) && delivery.EditsMessageId == null);
}
