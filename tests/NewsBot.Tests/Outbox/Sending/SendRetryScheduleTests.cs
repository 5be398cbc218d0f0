using NewsBot.Outbox;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class SendRetryScheduleTests
{
    private static readonly SendOutcome Unknown = new SendOutcome.Unknown("No answer.");

    [Fact]
    public void What_Telegram_has_is_sent() => Assert.Equal(DeliveryState.Sent, SendRetrySchedule.After(new SendOutcome.Sent(5), Lane.News, 0, duringOutage: false));

    [Fact]
    public void What_is_refused_for_good_is_not_tried_again() =>
        Assert.Equal(DeliveryState.Failed, SendRetrySchedule.After(new SendOutcome.Rejected("malformed"), Lane.Reply, 0, duringOutage: false));

    [Fact]
    public void What_is_for_a_chat_that_cannot_be_written_to_is_not_tried_again() =>
        Assert.Equal(DeliveryState.Blocked, SendRetrySchedule.After(new SendOutcome.Blocked("gone"), Lane.Reply, 0, duringOutage: false));

    [Fact]
    public void What_certainly_was_not_sent_waits_however_often_that_happens() => Assert.All(
        [new SendOutcome.NotSent("no connection"), new SendOutcome.TokenRefused("Unauthorized"), new SendOutcome.Throttled(TimeSpan.FromSeconds(3)), new SendOutcome.ChatMoved(-100), new SendOutcome.ThreadGone("closed")],
        (SendOutcome outcome) => Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(outcome, Lane.Broadcast, 9, duringOutage: false)));

    [Fact]
    public void Replies_and_news_of_unknown_outcome_are_tried_once_more()
    {
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(Unknown, Lane.Reply, 1, duringOutage: false));
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(Unknown, Lane.News, 1, duringOutage: false));
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.After(Unknown, Lane.News, 2, duringOutage: false));
    }

    [Fact]
    public void An_announcement_of_unknown_outcome_is_never_tried_again() =>
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.After(Unknown, Lane.Broadcast, 1, duringOutage: false));

    [Fact]
    public void What_fails_because_Telegram_is_out_of_reach_waits_for_ever_but_for_an_announcement_that_may_have_come()
    {
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(Unknown, Lane.News, 9, duringOutage: true));
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.After(Unknown, Lane.Reply, 9, duringOutage: true));
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.After(Unknown, Lane.Broadcast, 1, duringOutage: true));
    }

    [Fact]
    public void A_message_that_makes_the_process_crash_is_given_up_at_last()
    {
        Assert.Equal(DeliveryState.Waiting, SendRetrySchedule.AfterInterruption(Lane.News, 4));
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.AfterInterruption(Lane.News, 5));
        Assert.Equal(DeliveryState.Unknown, SendRetrySchedule.AfterInterruption(Lane.Broadcast, 1));
    }

    [Fact]
    public void Pushes_wait_for_a_right_that_is_missing_and_answers_and_announcements_do_not() => Assert.Equal(
        [DeliveryState.Blocked, DeliveryState.Held, DeliveryState.Held, DeliveryState.Blocked],
        new[] { Lane.Reply, Lane.News, Lane.Digest, Lane.Broadcast }.Select(lane => SendRetrySchedule.After(new SendOutcome.NoRights("no"), lane, 0, duringOutage: false)));

    [Fact]
    public void Pauses_double_up_to_five_minutes() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300],
        Enumerable.Range(1, 11).Select(failures => SendRetrySchedule.PauseAfter(failures).TotalSeconds));

    [Fact]
    public void A_pause_stays_five_minutes_however_long_Telegram_is_away() =>
        Assert.Equal(TimeSpan.FromMinutes(5), SendRetrySchedule.PauseAfter(int.MaxValue));
}
