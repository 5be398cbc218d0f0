using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Outbox.Pushes;

/// <summary>What a chat did not get during a pause or while it could not be written to: how many stories, and the best of them.</summary>
/// <param name="Count">Stories that would have been pushed.</param>
/// <param name="Best">At most five of them, the best first.</param>
internal sealed record MissedStories(int Count, IReadOnlyList<Article> Best)
{
    private const int Shown = 5;

    /// <summary>
    /// The stories about the subscriber's topics (or one of them) that came since an instant, and those that were queued then and
    /// have not been sent; what did reach the chat is none of them.
    /// </summary>
    public static async Task<MissedStories> SinceAsync(
        NewsDb db,
        long subscriberId,
        long? topicId,
        DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        var pushes =
            from subscriber in db.Subscribers
            where subscriber.Id == subscriberId
            join push in db.Deliveries on new { subscriber.ChatId, subscriber.ThreadId } equals new { push.ChatId, push.ThreadId }
            where push.Lane == Lane.News && push.EditsMessageId == null
            select push;
        var stories =
            from match in db.Matches
            join subscription in db.Subscriptions on match.TopicId equals subscription.TopicId
            where subscription.SubscriberId == subscriberId && match.Level >= subscription.Level
                && (topicId == null || match.TopicId == topicId)
                && (match.CreatedAt >= since || pushes.Any(push => push.CarriedId == match.StoryId && push.FinishedAt >= since
                    && (push.State == DeliveryState.Blocked || push.State == DeliveryState.Cancelled || push.State == DeliveryState.Expired)))
                && !pushes.Any(push => push.CarriedId == match.StoryId && push.State == DeliveryState.Sent)
            group match by match.StoryId into story
            select new { ArticleId = story.Min(match => match.ArticleId), Score = story.Max(match => match.Score) };
        var count = await stories.CountAsync(cancellationToken);
        var best = await stories
            .OrderByDescending(story => story.Score)
            .Take(Shown)
            .Join(db.Articles, story => story.ArticleId, article => article.Id, (_, article) => article)
            .ToListAsync(cancellationToken);
        return new MissedStories(count, best);
    }

    /// <summary>One message: that the pause is over, and what was missed.</summary>
    public Message Say(Texts texts, string opening)
    {
        var message = new MessageBuilder().Text($"{opening} {texts.MissedStories(Count)}".TrimStart());
        foreach (var article in Best)
        {
            message.Text("\n• ").Link(article.Title, article.Address).Text($" ({article.Publisher})");
        }

        return message.Build();
    }
}
