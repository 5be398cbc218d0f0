using System.Net;
using System.Net.Http.Json;
using NewsBot.Sandbox.Faults;

namespace NewsBot.Tests.Sandbox;

public sealed class FaultTests : SandboxTest
{
    [Theory]
    [InlineData(FaultKind.DropBefore, 0)]
    [InlineData(FaultKind.DropAfter, 1)]
    [InlineData(FaultKind.TruncatedBody, 1)]
    public async Task A_lost_answer_may_or_may_not_mean_a_lost_message(FaultKind kind, int delivered)
    {
        await StartAsync();
        await People.AddFaultAsync(new Fault(kind, "sendmessage"));

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Http.PostAsJsonAsync(MethodAddress("sendMessage"), new { chat_id = Olena, text = "news" }));

        Assert.Equal(delivered, (await People.GetMessagesAsync(Olena)).Count(message => message.IsByBot));
    }

    [Fact]
    public async Task A_front_end_fails_with_html_and_the_server_with_json()
    {
        await StartAsync();
        await People.AddFaultAsync(new Fault(FaultKind.BadGateway));
        await People.AddFaultAsync(new Fault(FaultKind.Restart));
        await People.AddFaultAsync(new Fault(FaultKind.TooManyRequests, RetryAfter: 7));

        using var gateway = await Http.GetAsync(MethodAddress("getMe"));

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (gateway.StatusCode, gateway.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Internal Server Error: restart", await RefusalAsync("getMe"));
        Assert.Equal("Too Many Requests: retry after 7", await RefusalAsync("getMe"));
        await ResultAsync("getMe");
    }

    [Fact]
    public async Task A_fault_strikes_its_method_and_chat_so_many_times()
    {
        await StartAsync();
        await People.AddFaultAsync(new Fault(FaultKind.Restart, "sendMessage", Olena, Times: 2));

        await ResultAsync("getMe");
        await ResultAsync("sendMessage", new { chat_id = Newsroom, text = "x" });
        await RefusalAsync("sendMessage", new { chat_id = Olena, text = "x" });
        Assert.Equal(1, Assert.Single(await People.GetFaultsAsync()).Times);
        await RefusalAsync("sendMessage", new { chat_id = Olena, text = "x" });
        await ResultAsync("sendMessage", new { chat_id = Olena, text = "x" });
    }

    [Fact]
    public async Task A_call_that_hangs_is_carried_out_and_its_answer_never_comes()
    {
        await StartAsync();
        await People.AddFaultAsync(new Fault(FaultKind.Hang, "sendMessage"));
        using var patience = new CancellationTokenSource();

        var call = Http.PostAsJsonAsync(MethodAddress("sendMessage"), new { chat_id = Olena, text = "news" }, patience.Token);
        await People.WaitForMessageAsync(Olena, message => message.IsByBot, TestContext.Current.CancellationToken);

        Assert.False(call.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Faults_by_chance_strike_their_share_and_end_when_they_are_cleared()
    {
        await StartAsync();
        await People.SetRandomFaultsAsync(new RandomFaults(0.5, [FaultKind.Restart], "getMe", Seed: 3));
        var failed = 0;
        for (var call = 0; call < 100; call++)
        {
            failed += (await CallAsync("getMe"))["ok"]!.GetValue<bool>() ? 0 : 1;
        }

        Assert.InRange(failed, 30, 70);
        await People.ClearFaultsAsync();
        await ResultAsync("getMe");
    }

    [Fact]
    public async Task A_network_takes_its_time_both_ways()
    {
        await People.SetLatencyAsync(new Latency(20_000, 20_000));

        var call = ResultAsync("getMe");
        var waited = TimeSpan.Zero;
        while (!call.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        Assert.InRange(waited.TotalSeconds, 40, double.MaxValue);
    }

    [Fact]
    public async Task A_slow_answer_waits_on_the_clock()
    {
        await People.AddFaultAsync(new Fault(FaultKind.Latency, LatencyMilliseconds: 30_000));

        var call = ResultAsync("getMe");
        while (!call.IsCompleted)
        {
            Time.Advance(TimeSpan.FromSeconds(30));
            await Task.Yield();
        }

        Assert.NotNull(await call);
    }
}
