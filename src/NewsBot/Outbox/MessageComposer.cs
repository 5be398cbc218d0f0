using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Outbox;

/// <summary>Makes the message of a delivery when it is about to be sent.</summary>
internal sealed class MessageComposer(IDbContextFactory<NewsDb> stores)
{
    /// <summary>The message, or null when what it was about is gone.</summary>
    public async Task<Message?> ComposeAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.Body is { } body)
        {
            return MessageJson.Read(body);
        }

        await using var db = await stores.CreateDbContextAsync(cancellationToken);
        var wording = await db.Wordings.SingleOrDefaultAsync(one => one.Id == delivery.WordingId, cancellationToken);
        var subscriber = await db.FindSubscriberAsync(delivery.Address, cancellationToken);
        if (wording is null || subscriber is null)
        {
            return null;
        }

        var topics = await db.TopicsOfStoryAsync(subscriber.Id, wording.StoryId, cancellationToken);
        return Push.Say(wording, topics, Texts.For(subscriber.Language));
    }
}
