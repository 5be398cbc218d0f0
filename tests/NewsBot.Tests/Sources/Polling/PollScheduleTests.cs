using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Polling;

public sealed class PollScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly PollSchedule schedule = new(Some.Options(), new Random(1));

    [Theory]
    [InlineData(null, null, 15)]
    [InlineData(5, null, 15)]
    [InlineData(30, null, 30)]
    [InlineData(null, 60, 60)]
    [InlineData(30, 60, 60)]
    [InlineData(90, 60, 90)]
    [InlineData(100_000, null, 1440)]
    public void A_feed_is_left_alone_for_as_long_as_it_asks_within_the_settings(int? freshness, int? pace, int expected)
    {
        var next = schedule.AfterSuccess(Now, Minutes(freshness), Minutes(pace));

        Assert.InRange(next, Now.AddMinutes(expected), Now.AddMinutes(Math.Min(expected * 1.1, 1440)));
    }

    [Theory]
    [InlineData(1, 15)]
    [InlineData(2, 30)]
    [InlineData(4, 120)]
    [InlineData(8, 1440)]
    [InlineData(100_000, 1440)]
    public void A_failing_feed_is_asked_ever_less_often_but_asked(int failures, int expected) =>
        Assert.InRange(schedule.AfterFailure(Now, failures), Now.AddMinutes(expected), Now.AddMinutes(Math.Min(expected * 1.1, 1440)));

    [Theory]
    [InlineData(0, 15)]
    [InlineData(60, 60)]
    [InlineData(3 * 1440, 3 * 1440)]
    [InlineData(400 * 1440, 7 * 1440)]
    public void A_pause_that_a_site_asks_for_is_kept(int minutes, int expected) =>
        Assert.Equal(Now.AddMinutes(expected), schedule.AfterThrottling(Now, TimeSpan.FromMinutes(minutes)));

    [Fact]
    public void Feeds_that_were_added_together_drift_apart() =>
        Assert.True(Enumerable.Range(0, 20).Select(_ => schedule.AfterSuccess(Now, null, null)).Distinct().Count() > 15);

    private static TimeSpan? Minutes(int? minutes) => minutes is null ? null : TimeSpan.FromMinutes(minutes.Value);
}
