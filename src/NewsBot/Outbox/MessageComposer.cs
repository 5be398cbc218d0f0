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
        var subscriber = await db.FindSubscriberAsync(delivery.Address, cancellationToken);
        if (subscriber is null)
        {
            return null;
        }

        var texts = Texts.For(subscriber.Language);
        return delivery.Lane == Lane.Broadcast
            ? (await db.Announcements.FindAsync([delivery.CarriedId], cancellationToken))?.Say(texts)
            : await PushAsync(db, delivery, subscriber, texts, cancellationToken);
    }

    private static async Task<Message?> PushAsync(NewsDb db, Delivery delivery, Subscriber subscriber, Texts texts, CancellationToken cancellationToken)
    {
        var wording = await db.Wordings.SingleOrDefaultAsync(one => one.Id == delivery.WordingId, cancellationToken);
        if (wording is null)
        {
            return null;
        }

        var topics = await db.TopicsOfStoryAsync(subscriber.Id, wording.StoryId, cancellationToken);
        var sources = await db.OtherSourcesAsync(wording, cancellationToken);
        return Push.Say(wording, topics, sources, texts) with { ReplyTo = await db.FirstPushAsync(delivery, cancellationToken) };
    }
}
