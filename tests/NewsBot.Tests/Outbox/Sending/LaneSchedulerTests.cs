using NewsBot.Outbox;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class LaneSchedulerTests
{
    [Fact]
    public void Of_ten_messages_each_lane_that_is_full_has_its_share()
    {
        var turns = new LaneScheduler();
        var shares = turns.Next(10);
        Assert.Equal((8, 1, 1), (shares[Lane.News], shares[Lane.Digest], shares[Lane.Broadcast]));
        Assert.DoesNotContain(Lane.Reply, shares.Keys);
    }

    [Fact]
    public void Slots_taken_one_by_one_come_to_the_same()
    {
        var turns = new LaneScheduler();
        var taken = Enumerable.Range(0, 20).Select(_ => turns.Next(1).Single(share => share.Value == 1).Key).CountBy(lane => lane).ToDictionary();
        Assert.Equal((16, 2, 2), (taken[Lane.News], taken[Lane.Digest], taken[Lane.Broadcast]));
    }
}
