using Microsoft.Extensions.Time.Testing;
using NewsBot.Fetching;
using NewsBot.Tests.Sources;

namespace NewsBot.Tests.Fetching;

public sealed class HostRateLimiterTests
{
    private readonly FakeTimeProvider time = new();
    private readonly HostRateLimiter turns;

    public HostRateLimiterTests() => turns = new HostRateLimiter(Some.Options(options => options.HostSpacing = TimeSpan.FromSeconds(2)), time);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_is_asked_by_one_at_a_time_and_rests_in_between()
    {
        var first = await turns.TakeAsync("news.example", Stop);
        var second = turns.TakeAsync("NEWS.example", Stop);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);

        first.Dispose();
        time.Advance(TimeSpan.FromSeconds(1.9));
        Assert.False(second.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(0.2));
        (await second.WaitAsync(TimeSpan.FromSeconds(20), Stop)).Dispose();
    }

    [Fact]
    public async Task Hosts_do_not_wait_for_each_other()
    {
        using var one = await turns.TakeAsync("one.example", Stop);
        using var other = await turns.TakeAsync("other.example", Stop);
    }

    [Fact]
    public async Task Who_gives_up_waiting_holds_up_nobody()
    {
        var first = await turns.TakeAsync("news.example", Stop);
        using var patience = new CancellationTokenSource();
        var second = turns.TakeAsync("news.example", patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        first.Dispose();
        time.Advance(TimeSpan.FromSeconds(2));
        (await turns.TakeAsync("news.example", Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop)).Dispose();
    }

    [Fact]
    public async Task Thousands_of_hosts_are_not_remembered_for_ever()
    {
        for (var host = 0; host < 5_000; host++)
        {
            (await turns.TakeAsync($"host-{host}.example", Stop)).Dispose();
            time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.InRange(turns.Remembered, 1, 1_000);
    }
}
