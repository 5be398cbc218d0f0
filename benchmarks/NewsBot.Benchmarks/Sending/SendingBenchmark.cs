using System.Diagnostics;
using NewsBot.Outbox;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Sandbox.Limits;

namespace NewsBot.Benchmarks.Sending;

/// <summary>The sender against the Sandbox's limits, measured on the server's side, beside what bots do instead.</summary>
internal static class SendingBenchmark
{
    private const int Chats = 900;
    private const double Measured = 20;

    private static readonly Latency Lan = new();

    // One way 20 to 45 ms and a tail: a round trip of about 65 ms.
    private static readonly Latency Far = new(20, 45, 0.01, 150);

    public static async Task<int> RunAsync(string[] parts)
    {
        var all = parts.Length == 0;
        foreach (var (name, run) in new (string Name, Func<Task> Run)[]
        {
            ("pace", PaceAsync), ("ceiling", CeilingAsync), ("recovery", RecoveryAsync), ("news", NewsRun.RunAsync), ("fanout", FanOutRun.RunAsync),
        })
        {
            if (all || parts.Contains(name))
            {
                await run();
            }
        }

        return 0;
    }

    private static async Task PaceAsync()
    {
        Console.WriteLine($"ceiling 30/s over {Measured:F0} s: messages a second, and refusals (429)");
        Console.WriteLine($"{"",-28}{"sliding window",18}{"fixed window",18}{"bucket of 30",18}");
        await PrintAsync("NewsBot, LAN", Lan, null);
        await PrintAsync("NewsBot, 65 ms", Far, null);
        await PrintAsync("sequential, 65 ms", Far, OtherSenders.SequentialAsync);
        await PrintAsync("Telegram.Bot's retry, 65 ms", Far, OtherSenders.LibraryRetryAsync);
        await PrintAsync("leaky bucket 30/s, 65 ms", Far, OtherSenders.LeakyBucketAsync);
    }

    private static async Task PrintAsync(string what, Latency latency, Func<SandboxServer, int, CancellationToken, Task>? other)
    {
        Console.Write($"{what,-28}");
        foreach (var model in new[] { RateModel.SlidingWindow, RateModel.FixedWindow, RateModel.Bucket })
        {
            var (rate, refusals) = await PaceOfAsync(model, latency, other);
            Console.Write($"{$"{rate:F1}, {refusals}",18}");
        }

        Console.WriteLine();
    }

    private static async Task<(double Rate, long Refusals)> PaceOfAsync(RateModel model, Latency latency, Func<SandboxServer, int, CancellationToken, Task>? other)
    {
        await using var world = await SendingWorld.StartAsync(new SandboxOptions { GlobalModel = model }, latency, Chats);
        using var stop = new CancellationTokenSource();
        var sending = Task.CompletedTask;
        if (other is null)
        {
            world.Owe(Lane.News, Chats, 2);
            await world.StartServiceAsync();
        }
        else
        {
            sending = Task.Run(() => other(world.Sandbox, Chats, stop.Token));
        }

        await world.UntilAcceptedAsync(60);
        var rate = await world.RateAsync(Measured);
        var refusals = (await world.Sandbox.Client.GetCountersAsync()).TooManyRequests;
        await stop.CancelAsync();
        await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return (rate, refusals);
    }

    private static async Task CeilingAsync()
    {
        const int Many = 15_000;
        await using var world = await SendingWorld.StartAsync(new SandboxOptions { GlobalPerSecond = 1000 }, Lan, Many);
        world.Owe(Lane.News, Many, 2);
        world.StartProcess(("Telegram:MessagesPerSecond", "1000"));
        await world.UntilAcceptedAsync(3000);
        world.Process!.Refresh();
        var (processor, start) = (world.Process.TotalProcessorTime, Stopwatch.GetTimestamp());
        var rate = await world.RateAsync(Measured);
        world.Process.Refresh();
        var cores = (world.Process.TotalProcessorTime - processor) / Stopwatch.GetElapsedTime(start);
        var counters = await world.Sandbox.Client.GetCountersAsync();
        Console.WriteLine(
            $"ceiling 1000/s over {Measured:F0} s: {rate:F0}/s, {counters.TooManyRequests} refusals, most in a second {counters.MostInOneSecond}, {cores:F2} cores, {world.Process.WorkingSet64 / 1e6:F0} MB");
    }

    private static async Task RecoveryAsync()
    {
        await using var world = await SendingWorld.StartAsync(new SandboxOptions(), Lan, Chats);
        world.Owe(Lane.News, Chats, 2);
        await world.StartServiceAsync();
        await world.UntilAcceptedAsync(60);
        var before = await world.RateAsync(10);
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.TooManyRequests, "sendMessage", RetryAfter: 5));
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        var held = (await world.Sandbox.Client.GetCountersAsync()).Accepted;
        var start = Stopwatch.GetTimestamp();
        await world.UntilAcceptedAsync(held + 1);
        var silence = Stopwatch.GetElapsedTime(start).TotalSeconds + 2;
        var (first, second) = (await world.RateAsync(5), await world.RateAsync(5));
        Console.WriteLine(
            $"retry_after of 5 s: {before:F1}/s before, silence of {silence:F1} s, {first:F1}/s in the first 5 s after it ({first / before:P0}), {second:F1}/s in the next 5 s ({second / before:P0})");
    }
}
