using NewsBot.BotApi.Updates;

namespace NewsBot.Tests.BotApi.Updates;

public sealed class PollBackoffTests
{
    [Fact]
    public void Pauses_double_up_to_a_minute_and_begin_anew_after_a_success()
    {
        var backoff = new PollBackoff(() => 0);
        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60], Enumerable.Range(0, 12).Select(_ => backoff.AfterFailure(null).TotalSeconds));
        backoff.AfterSuccess();
        Assert.Equal(1, backoff.AfterFailure(null).TotalSeconds);
    }

    [Fact]
    public void Chance_shortens_a_pause_by_a_quarter_at_most() =>
        Assert.Equal(0.75, new PollBackoff(() => 1).AfterFailure(null).TotalSeconds);

    [Fact]
    public void What_the_server_asks_for_is_kept()
    {
        Assert.Equal(300, new PollBackoff(() => 1).AfterFailure(TimeSpan.FromSeconds(300)).TotalSeconds);
        Assert.Equal(1, new PollBackoff(() => 0).AfterFailure(TimeSpan.FromSeconds(0)).TotalSeconds);
    }
}
