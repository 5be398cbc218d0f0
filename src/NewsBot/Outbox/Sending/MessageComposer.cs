using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox.Sending;

/// <summary>
/// Makes the messages of deliveries that are about to be sent: what several of them need is read once. Reading may fail with the
/// store; <see cref="Compose"/> fails for one delivery alone.
/// </summary>
internal sealed class MessageComposer
{
    private readonly Dictionary<ChatAddress, Subscriber> subscribers;
    private readonly Dictionary<long, BroadcastContent> announcements;
    private readonly Dictionary<long, PushContent> wordings;
    private readonly ILookup<(long SubscriberId, long StoryId), string> topics;
    private readonly Dictionary<long, IReadOnlyList<string>> sources = [];
    private readonly Dictionary<long, int?> firstPushes = [];
    private readonly Dictionary<long, TopicDigest?> gathered = [];
    private readonly Dictionary<long, MissedNotice?> missed = [];

    private MessageComposer(
        Dictionary<ChatAddress, Subscriber> subscribers,
        Dictionary<long, BroadcastContent> announcements,
        Dictionary<long, PushContent> wordings,
        ILookup<(long SubscriberId, long StoryId), string> topics)
    {
        this.subscribers = subscribers;
        this.announcements = announcements;
        this.wordings = wordings;
        this.topics = topics;
    }

    /// <summary>Reads what these deliveries need.</summary>
    public static async Task<MessageComposer> ReadAsync(NewsDb db, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        var chats = deliveries.Where(delivery => delivery.Body is null).Select(delivery => delivery.ChatId).Distinct().ToList();
        var announced = deliveries.Where(delivery => delivery.Lane == Lane.Broadcast).Select(delivery => delivery.CarriedId).Distinct().ToList();
        var worded = deliveries.Select(delivery => delivery.WordingId).OfType<long>().Distinct().ToList();
        var subscribers = chats.Count == 0 ? [] : await db.Subscribers.AsNoTracking()
            .Where(subscriber => chats.Contains(subscriber.ChatId)).ToDictionaryAsync(subscriber => subscriber.Address, cancellationToken);
        var announcements = announced.Count == 0 ? [] : await db.Announcements.AsNoTracking()
            .Where(broadcastContent => announced.Contains(broadcastContent.Id)).ToDictionaryAsync(broadcastContent => broadcastContent.Id, cancellationToken);
        var wordings = worded.Count == 0 ? [] : await db.Wordings.AsNoTracking()
            .Where(pushContent => worded.Contains(pushContent.Id)).ToDictionaryAsync(pushContent => pushContent.Id, cancellationToken);
        var topics = await db.TopicsOfStoriesAsync(
            [.. subscribers.Values.Select(subscriber => subscriber.Id)], [.. wordings.Values.Select(pushContent => pushContent.StoryId)], cancellationToken);
        var composer = new MessageComposer(subscribers, announcements, wordings, topics);
        await composer.ReadStoriesAsync(db, deliveries, cancellationToken);
        foreach (var digest in deliveries.Where(TopicDigest.IsDigest))
        {
            composer.gathered[digest.Id] = await TopicDigest.ReadAsync(db, digest, cancellationToken);
        }

        foreach (var notice in deliveries.Where(MissedNotice.IsNotice))
        {
            composer.missed[notice.Id] = await MissedNotice.ReadAsync(db, notice, cancellationToken);
        }

        return composer;
    }

    /// <summary>The message, or null when what it was about is gone.</summary>
    public Message? Compose(Delivery delivery)
    {
        if (delivery.Body is { } body)
        {
            return MessageJson.Read(body);
        }

        if (!subscribers.TryGetValue(delivery.Address, out var subscriber))
        {
            return null;
        }

        var texts = Texts.For(subscriber.Language);
        return delivery.Lane switch
        {
            Lane.Broadcast => announcements.GetValueOrDefault(delivery.CarriedId)?.Say(texts),
            Lane.Digest when MissedNotice.IsNotice(delivery) => missed.GetValueOrDefault(delivery.Id)?.ToMessage(texts),
            Lane.Digest => gathered.GetValueOrDefault(delivery.Id)?.ToMessage(texts),
            _ => PushOf(delivery, subscriber, texts),
        };
    }

    /// <summary>Who else tells each story, and what a development refers to. Of many deliveries few are of different stories, and few of developments.</summary>
    private async Task ReadStoriesAsync(NewsDb db, IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        foreach (var wording in wordings.Values)
        {
            sources[wording.Id] = await db.OtherSourcesAsync(wording, cancellationToken);
        }

        foreach (var delivery in deliveries.Where(delivery => delivery.WordingId is not null && delivery.Part > 0))
        {
            firstPushes[delivery.Id] = await db.FirstPushAsync(delivery, cancellationToken);
        }
    }

    private Message? PushOf(Delivery delivery, Subscriber subscriber, Texts texts) =>
        wordings.TryGetValue(delivery.WordingId ?? 0, out var wording)
            ? Push.ToMessage(wording, [.. topics[(subscriber.Id, wording.StoryId)].Distinct()], sources[wording.Id], texts) with { ReplyTo = firstPushes.GetValueOrDefault(delivery.Id) }
            : null;
}
