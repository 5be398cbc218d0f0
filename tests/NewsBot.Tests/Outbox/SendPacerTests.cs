using Microsoft.Extensions.Time.Testing;
using NewsBot.Outbox;

namespace NewsBot.Tests.Outbox;

public sealed class SendPacerTests
{
    private static readonly SendLimits Limits = new();

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
    public void A_private_chat_gets_one_message_a_second()
    {
        var arrivals = Simulate(1, [7], TimeSpan.FromSeconds(60), TimeSpan.FromMilliseconds(10));
        Assert.True(arrivals.Count > 25);
        AssertNeverMore(Limits.MessagesPerSecondPerChat, TimeSpan.FromSeconds(1), arrivals);
    }

    [Fact]
    public void A_group_gets_twenty_messages_a_minute()
    {
        var arrivals = Simulate(1, [-7], TimeSpan.FromMinutes(4), TimeSpan.FromMilliseconds(20));
        Assert.True(arrivals.Count > 40);
        AssertNeverMore(Limits.MessagesPerMinutePerGroup, TimeSpan.FromMinutes(1), arrivals);
        AssertNeverMore(Limits.MessagesPerSecondPerChat, TimeSpan.FromSeconds(1), arrivals);
    }

    [Fact]
    public void A_chat_is_closed_while_its_answer_is_awaited_and_for_a_second_after_it()
    {
        var time = new FakeTimeProvider();
        var pacer = new SendPacer(Limits, time);
        pacer.Begin(7);
        Assert.Equal([7L], pacer.Closed().Ids);
        Assert.Null(pacer.Closed().Wait);
        pacer.End(7);
        Assert.Equal(TimeSpan.FromSeconds(1), pacer.Closed().Wait);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(pacer.Closed().Ids);
    }

    [Fact]
    public void Only_an_answer_makes_room_when_the_ceiling_is_in_flight()
    {
        var time = new FakeTimeProvider();
        var pacer = new SendPacer(new SendLimits { MessagesPerSecond = 2 }, time);
        pacer.Begin(1);
        Assert.Equal(TimeSpan.FromSeconds(0.5), pacer.Delay());
        time.Advance(TimeSpan.FromSeconds(0.5));
        pacer.Begin(2);
        Assert.Null(pacer.Delay());
        pacer.End(1);
        Assert.Equal(TimeSpan.FromSeconds(1), pacer.Delay());
    }

    /// <summary>Sends whenever the pacer lets it. Returns when each request reached Telegram: at some moment between its beginning and its answer.</summary>
    private static List<TimeSpan> Simulate(int seed, IEnumerable<int> chats, TimeSpan length, TimeSpan step)
    {
        var random = new Random(seed);
        var time = new FakeTimeProvider();
        var pacer = new SendPacer(Limits, time);
        var waiting = new Queue<long>(chats.Select(chat => (long)chat));
        var answers = new PriorityQueue<long, TimeSpan>();
        var arrivals = new List<TimeSpan>();
        for (var now = TimeSpan.Zero; now < length; now += step, time.Advance(step))
        {
            while (answers.TryPeek(out var answered, out var at) && at <= now)
            {
                answers.Dequeue();
                pacer.End(answered);
                waiting.Enqueue(answered);
            }

            if (pacer.Delay() == TimeSpan.Zero && NextOpen(waiting, pacer.Closed().Ids) is { } chat)
            {
                pacer.Begin(chat);
                var journey = TimeSpan.FromMilliseconds(random.Next(5, 900));
                answers.Enqueue(chat, now + journey);
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
