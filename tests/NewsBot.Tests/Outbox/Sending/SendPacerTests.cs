using Microsoft.Extensions.Time.Testing;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class SendPacerTests
{
    private static readonly SendLimits Limits = new();
    private static readonly SendOutcome Sent = new SendOutcome.Sent(1);

    private readonly FakeTimeProvider time = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_second_sees_more_than_the_ceiling_whatever_the_network_does(int seed)
    {
        var arrivals = Simulate(seed, Enumerable.Range(1, 200), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(1));
        Assert.True(arrivals.Count > 200);
        AssertNeverMore(Limits.MessagesPerSecond, TimeSpan.FromSeconds(1), arrivals);
    }

    [Fact]
    public void A_private_chat_gets_a_burst_of_three_and_then_one_message_a_second()
    {
        var arrivals = Simulate(1, [7], TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(10));
        Assert.True(arrivals.Count > 25);
        Assert.InRange(arrivals[2], TimeSpan.Zero, TimeSpan.FromSeconds(2.7));

        // Of any length, no more than a bucket of three that fills by one a second would let through.
        Assert.All(
            from first in Enumerable.Range(0, arrivals.Count) from last in Enumerable.Range(first, arrivals.Count - first) select (first, last),
            span => Assert.True(span.last - span.first + 1 <= 3 + (arrivals[span.last] - arrivals[span.first]).TotalSeconds + 1e-3, $"{span}"));
    }

    [Fact]
    public void A_group_gets_twenty_messages_a_minute()
    {
        var arrivals = Simulate(1, [-7], TimeSpan.FromMinutes(4), TimeSpan.FromMilliseconds(20));
        Assert.True(arrivals.Count > 40);
        AssertNeverMore(Limits.MessagesPerMinutePerGroup, TimeSpan.FromMinutes(1), arrivals);
    }

    [Fact]
    public void A_group_that_is_full_of_messages_still_takes_twenty_edits()
    {
        var pacer = new SendPacer(Limits, time);
        for (var message = 0; message < 20; message++)
        {
            Send(pacer, -7);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        for (var edit = 0; edit < 20; edit++)
        {
            Assert.Equal([-7L], pacer.Closed().ForMessages);
            Assert.Empty(pacer.Closed().ForEdits);
            Send(pacer, -7, edits: 5);
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal([-7L], pacer.Closed().ForEdits);
    }

    [Fact]
    public void A_chat_is_closed_while_its_answer_is_awaited()
    {
        var pacer = new SendPacer(Limits, time);
        var delivery = new Delivery { ChatId = 7 };
        pacer.Begin(delivery);
        Assert.Equal([7L], pacer.Closed().ForMessages);
        Assert.Equal([7L], pacer.Closed().ForEdits);
        Assert.Null(pacer.Closed().Wait);
        pacer.End(new Attempt(delivery, Sent, TimeSpan.Zero, pacer.Now));
        Assert.Empty(pacer.Closed().ForMessages);
    }

    [Fact]
    public void Only_an_answer_makes_room_when_the_ceiling_is_in_flight()
    {
        var pacer = new SendPacer(new SendLimits { MessagesPerSecond = 2 }, time);
        var first = new Delivery { ChatId = 1, Lane = Lane.News };
        pacer.Begin(first);
        Assert.Equal(TimeSpan.FromSeconds(0.5), pacer.Delay(Lane.News));
        time.Advance(TimeSpan.FromSeconds(0.5));
        pacer.Begin(new Delivery { ChatId = 2, Lane = Lane.Broadcast });
        Assert.Null(pacer.Delay(Lane.News));
        pacer.End(new Attempt(first, Sent, TimeSpan.Zero, pacer.Now));
        Assert.Equal(TimeSpan.FromSeconds(1), pacer.Delay(Lane.News));
    }

    [Fact]
    public void Replies_do_not_spend_the_budget_of_the_others()
    {
        var pacer = new SendPacer(Limits, time);
        for (var chat = 1; chat <= 30; chat++)
        {
            Send(pacer, chat, Lane.Broadcast);
        }

        Assert.Equal(0, pacer.Room(Lane.News));
        Assert.True(pacer.Room(Lane.Reply) > 0);
        Send(pacer, 31, Lane.Reply);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, pacer.Delay(Lane.News));
    }

    [Fact]
    public void At_the_paid_ceiling_a_thousand_leave_in_a_second_in_strides_of_ten()
    {
        var pacer = new SendPacer(new SendLimits { PaidBroadcast = true }, time);
        var sent = 0;
        for (var step = 0; step < 1000; step++, time.Advance(TimeSpan.FromMilliseconds(1)))
        {
            var room = pacer.Room(Lane.News);
            Assert.True(room is 0 or >= 10);
            for (; room > 0; room--)
            {
                Send(pacer, ++sent, Lane.News);
            }
        }

        Assert.InRange(sent, 985, 1000);
    }

    [Fact]
    public void A_chat_that_kept_well_inside_its_limits_is_not_what_a_refusal_is_about()
    {
        var pacer = new SendPacer(Limits, time);
        Assert.True(pacer.IsWithinOwnBudget(7));
        Send(pacer, 7);
        Assert.True(pacer.IsWithinOwnBudget(7));
        Send(pacer, 7);
        Assert.False(pacer.IsWithinOwnBudget(7));
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.True(pacer.IsWithinOwnBudget(7));
    }

    private static void Send(SendPacer pacer, long chat, Lane lane = Lane.News, int? edits = null)
    {
        var delivery = new Delivery { ChatId = chat, Lane = lane, EditsMessageId = edits };
        pacer.Begin(delivery);
        pacer.End(new Attempt(delivery, Sent, pacer.Now, pacer.Now));
    }

    /// <summary>Sends whenever the pacer lets it. Returns when each request reached Telegram: at some moment between its beginning and its answer.</summary>
    private List<TimeSpan> Simulate(int seed, IEnumerable<int> chats, TimeSpan length, TimeSpan step)
    {
        var random = new Random(seed);
        var pacer = new SendPacer(Limits, time);
        var waiting = new Queue<long>(chats.Select(chat => (long)chat));
        var answers = new PriorityQueue<Delivery, TimeSpan>();
        var arrivals = new List<TimeSpan>();
        for (var now = TimeSpan.Zero; now < length; now += step, time.Advance(step))
        {
            while (answers.TryPeek(out var answered, out var at) && at <= now)
            {
                answers.Dequeue();
                pacer.End(new Attempt(answered, Sent, TimeSpan.Zero, pacer.Now));
                waiting.Enqueue(answered.ChatId);
            }

            for (var room = pacer.Room(Lane.News); room > 0 && NextOpen(waiting, pacer.Closed().ForMessages) is { } chat; room--)
            {
                var delivery = new Delivery { ChatId = chat, Lane = Lane.News };
                pacer.Begin(delivery);
                var journey = TimeSpan.FromMilliseconds(random.Next(5, 900));
                answers.Enqueue(delivery, now + journey);
                arrivals.Add(now + (journey * random.NextDouble()));
            }
        }

        arrivals.Sort();
        return arrivals;
    }

    private static long? NextOpen(Queue<long> waiting, IReadOnlyList<long> closed)
    {
        for (var left = waiting.Count; left > 0; left--)
        {
            var chat = waiting.Dequeue();
            if (!closed.Contains(chat))
            {
                return chat;
            }

            waiting.Enqueue(chat);
        }

        return null;
    }

    private static void AssertNeverMore(int most, TimeSpan window, List<TimeSpan> arrivals) => Assert.All(
        arrivals.Zip(arrivals.Skip(most)),
        pair => Assert.True(pair.Second - pair.First >= window, $"{most + 1} requests within {pair.Second - pair.First} at {pair.First}"));
}
