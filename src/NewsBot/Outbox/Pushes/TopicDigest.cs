using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;

namespace NewsBot.Outbox.Pushes;

/// <summary>The pushes that one digest of a topic holds, and what it says.</summary>
/// <param name="TopicId">The topic's number.</param>
/// <param name="Topic">Its name.</param>
/// <param name="Stories">Their wordings, the newest last.</param>
internal sealed record TopicDigest(long TopicId, string Topic, IReadOnlyList<PushContent> Stories)
{
    // Each is a line with a link; the rest is counted, and /latest has it.
    private const int Shown = 20;

    /// <summary>Whether a delivery is such a digest.</summary>
    public static bool IsDigest(Delivery delivery) => delivery is { Lane: Lane.Digest, CarriedId: not MissedNotice.CarriedId, Body: null, WordingId: null };

    /// <summary>The rows that a digest holds: those of its chat and topic that were gathered for the same instant.</summary>
    public static IQueryable<Delivery> RowsOf(NewsDb db, Delivery digest) => db.Deliveries.Where(delivery =>
        delivery.ChatId == digest.ChatId && delivery.ThreadId == digest.ThreadId && delivery.Lane == Lane.News
        && delivery.State == DeliveryState.Gathered && delivery.Due == digest.Due
        && db.Set<PushContent>().Any(wording => wording.Id == delivery.WordingId && wording.TopicId == digest.CarriedId));

    public static async Task<TopicDigest?> ReadAsync(NewsDb db, Delivery digest, CancellationToken cancellationToken)
    {
        var stories = await RowsOf(db, digest).OrderBy(delivery => delivery.Id)
            .Join(db.Wordings, delivery => delivery.WordingId, wording => wording.Id, (_, wording) => wording)
            .AsNoTracking().ToListAsync(cancellationToken);
        var topic = await db.Set<NewsBot.Topics.Topic>().Where(topic => topic.Id == digest.CarriedId).Select(topic => topic.Name).SingleOrDefaultAsync(cancellationToken);
        return stories.Count == 0 || topic is null ? null : new TopicDigest(digest.CarriedId, topic, stories);
    }

    public Message ToMessage(Texts texts)
    {
        var message = new MessageBuilder().Text(texts.GatheredStories(Topic, Stories.Count));
        foreach (var story in Stories.Take(Shown))
        {
            message.Text("\n• ").Link(story.Title, story.Address).Text($" ({story.Publisher})");
        }

        return message
            .Text(Stories.Count > Shown ? $"\n{texts.GatheredRest(Stories.Count - Shown)}" : "")
            .Row(new Button(texts.VolumeMoreButton, $"volume:more #{TopicId}"), new Button(texts.VolumeDigestButton, $"volume:digest #{TopicId}"))
            .Row(new Button(texts.VolumeNarrowButton, $"level:#{TopicId} headline"))
            .Build();
    }
}
