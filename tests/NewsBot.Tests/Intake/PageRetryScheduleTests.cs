using NewsBot.Intake;

namespace NewsBot.Tests.Intake;

public sealed class PageRetryScheduleTests
{
    [Theory]
    [InlineData(1, null, 1.0)]
    [InlineData(2, null, 5.0)]
    [InlineData(3, null, null)]
    [InlineData(1, 10.0, 10.0)]
    [InlineData(2, 2.0, 5.0)]
    [InlineData(1, 90.0, null)]
    public void A_page_is_tried_three_times_and_no_sooner_than_asked(int attempts, double? asked, double? expected) =>
        Assert.Equal(
            expected is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
            PageRetrySchedule.PauseAfter(attempts, asked is { } pause ? TimeSpan.FromMinutes(pause) : null));
}
