using NewsBot.Outbox;

namespace NewsBot.Tests.Outbox;

public sealed class LaneTurnsTests
{
    [Theory]
    [InlineData("Reply News Digest Broadcast", "Reply 6, News 2, Digest 1, Broadcast 1")]
    [InlineData("News Broadcast", "News 9, Broadcast 1")]
    [InlineData("Reply Broadcast", "Reply 9, Broadcast 1")]
    [InlineData("Digest Broadcast", "Digest 9, Broadcast 1")]
    [InlineData("Broadcast", "Broadcast 10")]
    public void Of_ten_messages_each_lane_that_is_full_has_its_share(string full, string shares)
    {
        var lanes = full.Split(' ').Select(Enum.Parse<Lane>).ToList();
        var turns = new LaneTurns();
        var taken = new List<Lane>();
        for (var message = 0; message < 10; message++)
        {
            taken.Add(lanes.Contains(turns.Next) ? turns.Next : lanes.Min());
            turns.Took();
        }

        Assert.Equal(shares, string.Join(", ", taken.GroupBy(lane => lane).OrderBy(lane => lane.Key).Select(lane => $"{lane.Key} {lane.Count()}")));
    }
}
