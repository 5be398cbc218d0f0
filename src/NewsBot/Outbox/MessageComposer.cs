using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Outbox;

/// <summary>
/// Makes the messages of deliveries that are about to be sent: what several of them need is read once. Reading may fail with the
/// store; <see cref="Say"/> fails for one delivery alone.
/// </summary>
internal sealed class MessageComposer
{
    private readonly Dictionary<ChatAddress, Subscriber> subscribers;
    private readonly Dictionary<long, Announcement> announcements;
    private readonly Dictionary<long, Wording> wordings;
    private readonly ILookup<(long SubscriberId, long StoryId), string> topics;
    private readonly Dictionary<long, IReadOnlyList<string>> sources = [];
    private readonly Dictionary<long, int?> firstPushes = [];
    private readonly Dictionary<long, GatheredPushes?> gathered = [];

    private MessageComposer(
        Dictionary<ChatAddress, Subscriber> subscribers,
        Dictionary<long, Announcement> announcements,
        Dictionary<long, Wording> wordings,
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
        var chats = deliveries.Where(one => one.Body is null).Select(one => one.ChatId).Distinct().ToList();
        var announced = deliveries.Where(one => one.Lane == Lane.Broadcast).Select(one => one.CarriedId).Distinct().ToList();
        var worded = deliveries.Select(one => one.WordingId).OfType<long>().Distinct().ToList();
        var subscribers = chats.Count == 0 ? [] : await db.Subscribers.AsNoTracking()
            .Where(one => chats.Contains(one.ChatId)).ToDictionaryAsync(one => one.Address, cancellationToken);
        var announcements = announced.Count == 0 ? [] : await db.Announcements.AsNoTracking()
            .Where(one => announced.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var wordings = worded.Count == 0 ? [] : await db.Wordings.AsNoTracking()
            .Where(one => worded.Contains(one.Id)).ToDictionaryAsync(one => one.Id, cancellationToken);
        var topics = await db.TopicsOfStoriesAsync(
            [.. subscribers.Values.Select(one => one.Id)], [.. wordings.Values.Select(one => one.StoryId)], cancellationToken);
        var composer = new MessageComposer(subscribers, announcements, wordings, topics);
        await composer.ReadStoriesAsync(db, deliveries, cancellationToken);
        foreach (var digest in deliveries.Where(GatheredPushes.IsDigest))
        {
            composer.gathered[digest.Id] = await GatheredPushes.ReadAsync(db, digest, cancellationToken);
        }

        return composer;
    }

    /// <summary>The message, or null when what it was about is gone.</summary>
    public Message? Say(Delivery delivery)
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
            Lane.Digest => gathered.GetValueOrDefault(delivery.Id)?.Say(texts),
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

        foreach (var delivery in deliveries.Where(one => one.WordingId is not null && one.Part > 0))
        {
            firstPushes[delivery.Id] = await db.FirstPushAsync(delivery, cancellationToken);
        }
    }

    private Message? PushOf(Delivery delivery, Subscriber subscriber, Texts texts) =>
        wordings.TryGetValue(delivery.WordingId ?? 0, out var wording)
            ? Push.Say(wording, [.. topics[(subscriber.Id, wording.StoryId)].Distinct()], sources[wording.Id], texts) with { ReplyTo = firstPushes.GetValueOrDefault(delivery.Id) }
            : null;
}
