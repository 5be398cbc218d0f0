using NewsBot.Topics.Index;

namespace NewsBot.Tests.Topics.Index;

public sealed class ChangesTests
{
    private readonly Changes changes = new();
    private readonly TopicFilter changed = new();

    [Fact]
    public void Who_asks_learns_of_what_changed_since_and_of_the_change_that_is_under_way()
    {
        Change(1);
        var since = changes.Version;
        Change(2);
        changes.Begin(3);

        changes.GatherSince(since, changed);

        Assert.Equal([false, true, true], [changed.MayHave(1), changed.MayHave(2), changed.MayHave(3)]);
    }

    [Fact]
    public void Without_a_change_no_topic_has_changed()
    {
        Change(1);
        changes.GatherSince(0, changed);
        changes.GatherSince(changes.Version, changed);

        Assert.True(changed.IsEmpty);
        Assert.False(changed.MayHave(1));
    }

    [Fact]
    public void After_more_changes_than_are_remembered_every_topic_may_have_changed()
    {
        for (var topic = 1; topic <= 3_000; topic++)
        {
            Change(topic);
        }

        changes.GatherSince(0, changed);

        Assert.True(changed.MayHave(1_000_000));
    }

    private void Change(int topic)
    {
        changes.Begin(topic);
        changes.End();
    }
}
