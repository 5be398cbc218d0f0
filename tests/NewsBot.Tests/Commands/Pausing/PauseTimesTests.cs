using NewsBot.Commands.Pausing;

namespace NewsBot.Tests.Commands.Pausing;

public sealed class PauseTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 28, 23, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("30m", 0.5)]
    [InlineData("8h", 8)]
    [InlineData("1D", 24)]
    [InlineData("1w", 168)]
    [InlineData("3650d", 87_600)]
    public void A_length_is_counted_from_now(string length, double hours) =>
        Assert.Equal(Now.AddHours(hours), PauseTimes.EndOf(length, Now));

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("0h")]
    [InlineData("-1h")]
    [InlineData("+1h")]
    [InlineData("1.5h")]
    [InlineData("٣h")] // an Arabic digit
    [InlineData("8")]
    [InlineData("8 h")]
    [InlineData("8y")]
    [InlineData("3651d")]
    [InlineData("2147483647w")]
    [InlineData("99999999999h")]
    public void Anything_else_is_no_length(string length) => Assert.Null(PauseTimes.EndOf(length, Now));

    [Fact]
    public void Every_length_on_a_button_can_be_read() =>
        Assert.All(PauseTimes.Offered, offered => Assert.True(PauseTimes.IsPaused(PauseTimes.EndOf(offered.Value, Now), Now), offered.Value));

    [Fact]
    public void A_pause_without_an_end_is_shown_without_one()
    {
        var until = PauseTimes.EndOf("ON", Now);
        Assert.True(PauseTimes.IsPaused(until, Now.AddYears(100)));
        Assert.Null(PauseTimes.Shown(until));
        Assert.Equal(Now, PauseTimes.Shown(Now));
    }

    [Fact]
    public void A_pause_is_over_at_its_end()
    {
        Assert.True(PauseTimes.IsPaused(Now, Now.AddTicks(-1)));
        Assert.False(PauseTimes.IsPaused(Now, Now));
        Assert.False(PauseTimes.IsPaused(null, Now));
    }
}
