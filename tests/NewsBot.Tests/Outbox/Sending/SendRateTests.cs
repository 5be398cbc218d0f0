using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class SendRateTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(1);

    private readonly SendRate rate = new(30);

    [Fact]
    public void A_refusal_costs_a_twentieth_and_grows_back()
    {
        Refuse(0);
        Assert.Equal(28.5, At(0), 6);
        Assert.Equal(30, At(30), 6);
        Assert.Equal(30, At(3600), 6);
    }

    [Fact]
    public void A_second_one_within_a_minute_halves_it()
    {
        Refuse(0);
        Succeed(10);
        Refuse(20);
        Assert.Equal((28.5 + 1) / 2, At(20), 6);
        Assert.Equal(30, At(20 + 310), 6);
    }

    [Fact]
    public void One_that_comes_later_is_a_first_one_again()
    {
        Refuse(0);
        Succeed(10);
        Refuse(61);
        Assert.Equal(28.5, At(61), 6);
    }

    [Fact]
    public void Those_on_their_way_together_are_one_refusal()
    {
        Refuse(0);
        rate.Refused(Start - TimeSpan.FromMilliseconds(50), Start + TimeSpan.FromMilliseconds(50));
        Assert.Equal(28.5, At(0), 1);
    }

    [Fact]
    public void However_long_everything_is_refused_the_rate_is_back_when_it_ends()
    {
        for (var second = 0; second < 600; second += 30)
        {
            Refuse(second);
        }

        Assert.Equal(30, At(600), 6);
    }

    [Fact]
    public void It_never_falls_below_a_tenth_of_the_ceiling()
    {
        for (var second = 0; second < 30; second++)
        {
            Succeed(second);
            Refuse(second + 0.5);
        }

        Assert.Equal(3, At(29.5), 1);
    }

    private double At(double second) => rate.PerSecond(Start + TimeSpan.FromSeconds(second));

    private void Refuse(double second) => rate.Refused(Start + TimeSpan.FromSeconds(second - 0.001), Start + TimeSpan.FromSeconds(second));

    private void Succeed(double second) => rate.Accepted(Start + TimeSpan.FromSeconds(second));
}
