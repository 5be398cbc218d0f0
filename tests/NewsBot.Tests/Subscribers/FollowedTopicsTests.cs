using NewsBot.Subscribers;
using NewsBot.Tests.Support;
using NewsBot.Topics;

namespace NewsBot.Tests.Subscribers;

public sealed class FollowedTopicsTests
{
    [Fact]
    public async Task A_chat_is_shown_its_own_topics_by_name()
    {
        await using var db = new InMemoryNewsDb();
        db.Topics.AddRange(Named(1, "Ukraine"), Named(2, "climate"), Named(3, "NATO"));
        db.Subscriptions.AddRange(Of(7, 1), Of(7, 2), Of(8, 3));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var followed = await db.FollowedTopicsAsync(7, TestContext.Current.CancellationToken);

        Assert.Equal(["climate", "Ukraine"], followed.Select(followedTopic => followedTopic.Topic.Name));
    }

    private static Topic Named(long id, string name) => new() { Id = id, Name = name, Query = name };

    private static Subscription Of(long subscriber, long topic) => new() { SubscriberId = subscriber, TopicId = topic };
}
