using System.Net.Http.Json;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Limits;

namespace NewsBot.Tests.Sandbox;

public sealed class RateLimitTests : SandboxTest
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_private_chat_takes_a_burst_of_three_and_then_one_a_second()
    {
        await StartAsync();

        Assert.Equal(3, await CountAcceptedAsync(Olena, 5));
        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await CountAcceptedAsync(Olena, 2));
    }

    [Fact]
    public async Task A_group_takes_twenty_a_minute_and_says_how_long_to_wait()
    {
        Assert.Equal(20, await CountAcceptedAsync(Newsroom, 20));
        Time.Advance(TimeSpan.FromSeconds(18.5));

        using var response = await Http.PostAsJsonAsync(MethodAddress("sendMessage"), new { chat_id = Newsroom, text = "x" });

        Assert.Equal(TimeSpan.FromSeconds(42), response.Headers.RetryAfter!.Delta);
        Assert.Contains("\"parameters\":{\"retry_after\":42}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_chats_together_take_thirty_in_any_second()
    {
        for (var id = 2000; id < 2040; id++)
        {
            await People.AddPersonAsync(new NewPerson($"Reader {id}", Id: id, HasStarted: true));
        }

        var accepted = 0;
        for (var id = 2000; id < 2040; id++)
        {
            accepted += await CountAcceptedAsync(id, 1);
        }

        Assert.Equal(30, accepted);
        var counters = await People.GetCountersAsync();
        Assert.Equal((30, 10, 40), (counters.Accepted, counters.TooManyRequests, counters.MostInOneSecond));
        Assert.Empty(counters.ViolationsByChat);
    }

    [Fact]
    public async Task The_server_counts_violations_and_repeated_texts()
    {
        await StartAsync();
        await CountAcceptedAsync(Olena, 5);

        var counters = await People.GetCountersAsync();
        Assert.Equal(2, counters.ViolationsByChat[Olena]);
        Assert.Equal(new DuplicateText(Olena, "news", 3), Assert.Single(counters.Duplicates));
        await People.ResetCountersAsync();
        Assert.Equal(0, (await People.GetCountersAsync()).Accepted);
    }

    [Fact]
    public async Task The_server_counts_texts_out_of_order_and_calls_to_chats_that_cannot_be_written_to()
    {
        await StartAsync();
        foreach (var text in new[] { "news #1", "digest #7", "news #3", "news #2" })
        {
            await CallAsync("sendMessage", new { chat_id = Newsroom, text });
        }

        await People.BlockAsync(Olena);
        await CallAsync("sendMessage", new { chat_id = Olena, text = "news #4" });

        var counters = await People.GetCountersAsync();
        Assert.Equal([(Newsroom, 1)], counters.OutOfOrderByChat.Select(chat => (chat.Key, chat.Value)));
        Assert.Equal([(Olena, 1)], counters.TurnedAwayByChat.Select(chat => (chat.Key, chat.Value)));
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(20, 20)]
    public void A_bucket_takes_its_burst_at_once_and_then_refills_evenly(int perSecond, int burst)
    {
        var limit = new TokenBucket(perSecond, burst);
        for (var taken = 0; taken < burst; taken++)
        {
            Assert.Equal(TimeSpan.Zero, limit.Wait(Noon));
            limit.Take(Noon);
        }

        Assert.Equal(1000.0 / perSecond, limit.Wait(Noon).TotalMilliseconds, 3);
        Assert.Equal(TimeSpan.Zero, limit.Wait(Noon.AddSeconds(1.0 / perSecond)));
    }

    [Fact]
    public void A_fixed_window_starts_afresh_with_the_clocks_second()
    {
        var limit = new FixedWindow(2, TimeSpan.FromSeconds(1));
        limit.Take(Noon.AddSeconds(0.8));
        limit.Take(Noon.AddSeconds(0.9));

        Assert.Equal(TimeSpan.FromMilliseconds(100), limit.Wait(Noon.AddSeconds(0.9)));
        Assert.Equal(TimeSpan.Zero, limit.Wait(Noon.AddSeconds(1)));
    }

    [Fact]
    public void A_sliding_window_never_holds_more_than_its_limit()
    {
        var limit = new SlidingWindow(2, TimeSpan.FromSeconds(1));
        limit.Take(Noon.AddSeconds(0.8));
        limit.Take(Noon.AddSeconds(0.9));

        Assert.Equal(TimeSpan.FromMilliseconds(800), limit.Wait(Noon.AddSeconds(1)));
        Assert.Equal(TimeSpan.Zero, limit.Wait(Noon.AddSeconds(1.8)));
    }

    private async Task<int> CountAcceptedAsync(long chat, int times)
    {
        var accepted = 0;
        for (var i = 0; i < times; i++)
        {
            accepted += (await CallAsync("sendMessage", new { chat_id = chat, text = "news" }))["ok"]!.GetValue<bool>() ? 1 : 0;
        }
        return accepted;
    }
}
