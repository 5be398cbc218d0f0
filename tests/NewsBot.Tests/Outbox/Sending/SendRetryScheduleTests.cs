using NewsBot.Outbox;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class SendRetryScheduleTests
{
    private static readonly SendOutcome Unknown = new SendOutcome.Unknown("No answer.");

    [Fact]
    public void What_Telegram_has_is_sent() => Assert.Equal(DeliveryState.Sent, SendRetrySchedule.After(new SendOutcome.Sent(5), Lane.News, 0));

    [Fact]
    public void What_is_refused_for_good_is_not_tried_again() =>
        Assert.Equal(DeliveryState.Failed, SendRetrySchedule.After(new SendOutcome.Rejected("malformed"), Lane.Reply, 0));

    [Fact]
    public void What_is_for_a_chat_that_cannot_be_written_to_is_not_tried_again() =>
        Assert.Equal(DeliveryState.Blocked, SendRetrySchedule.After(new SendOutcome.Blocked("gone"), Lane.Reply, 0));

    [Fact]
    public void What_certainly_was_not_sent_waits_however_often_that_happens() => Assert.All(
        [new SendOutcome.NotSent("no connection"), new SendOutcome.Throttled(TimeSpan.FromSeconds(3)), new SendOutcome.ChatMoved(-100), new SendOutcome.ThreadGone("closed")],
        (SendOutcome outcome) => Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(outcome, Lane.Broadcast, 9)));

    [Fact]
    public void Replies_and_news_of_unknown_outcome_are_tried_once_more()
    {
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(Unknown, Lane.Reply, 1));
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(Unknown, Lane.News, 1));
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.After(Unknown, Lane.News, 2));
    }

    [Fact]
    public void An_announcement_of_unknown_outcome_is_never_tried_again() =>
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.After(Unknown, Lane.Broadcast, 1));

    [Fact]
    public void Pauses_double_up_to_five_minutes() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300],
        Enumerable.Range(1, 11).Select(failures => SendRetrySchedule.PauseAfter(failures).TotalSeconds));

    [Fact]
    public void A_pause_stays_five_minutes_however_long_Telegram_is_away() =>
        Assert.Equal(TimeSpan.FromMinutes(5), SendRetrySchedule.PauseAfter(int.MaxValue));
}
