using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class OutageDetectorTests
{
    private readonly OutageDetector outage = new();

    [Fact]
    public void One_request_that_fails_holds_up_nobody()
    {
        Fail(0, 0.1);
        Fail(0, 0.1);
        outage.Answered();
        Fail(1, 1.1);
        Fail(1, 1.1);
        Assert.Equal(0, WaitAt(1.1));
    }

    [Fact]
    public void Three_in_a_row_hold_everyone_and_each_pause_is_longer()
    {
        Fail(0, 0.1);
        Fail(0, 0.1);
        Fail(0, 0.1);
        Assert.Equal(1, WaitAt(0.1), 6);
        Fail(1.2, 1.3);
        Assert.Equal(2, WaitAt(1.3), 6);
        outage.Answered();
        Fail(4, 4.1);
        Assert.Equal(0, WaitAt(4.1), 6);
    }

    [Fact]
    public void What_was_on_its_way_when_the_pause_began_does_not_lengthen_it()
    {
        for (var request = 0; request < 100; request++)
        {
            Fail(0, 0.1);
        }

        Assert.Equal(1, WaitAt(0.1), 6);
    }

    private void Fail(double begun, double now) => outage.Failed(TimeSpan.FromSeconds(begun), TimeSpan.FromSeconds(now));

    private double WaitAt(double second) => outage.Wait(TimeSpan.FromSeconds(second)).TotalSeconds;
}
