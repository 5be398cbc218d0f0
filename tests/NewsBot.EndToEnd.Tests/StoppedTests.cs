using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Topics.Queries;

namespace NewsBot.EndToEnd.Tests;

public sealed class StoppedTests
{
    private const int Followers = 200;
    private const long FirstFollower = 5001;

    private static readonly SandboxOptions WithoutLimits = new() { GlobalPerSecond = 0, PrivatePerSecond = 0 };

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task Stopped_while_hundreds_wait_it_knows_the_outcome_of_each_request_and_the_next_start_goes_on(string signal)
    {
        await using var world = await EndToEnd.StartAsync(options: WithoutLimits);
        var store = new StoreFile(world.StoreFile, world.Limit);
        await AddFollowersAsync(world, store);
        var item = SomeNews.Number(1);
        using (var bot = await StartAsync(world))
        {
            await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Latency, "sendMessage", Times: 10_000, LatencyMilliseconds: 200), world.Limit);
            world.Newsroom.Publish(item);
            await world.WaitForPushAsync(FirstFollower + 20, item.Title);
            Assert.Equal(0, await bot.StopAsync(signal, world.Limit));
            Assert.DoesNotContain("warning:", bot.Printed, StringComparison.Ordinal);
            Assert.DoesNotContain("error:", bot.Printed, StringComparison.Ordinal);
        }

        Assert.NotEqual(0, await store.CountAsync("Deliveries WHERE State = 0"));
        Assert.Equal(0, await store.CountAsync("Deliveries WHERE State = 1"));
        Assert.Equal(await CountPushesAsync(world), await store.CountAsync("Deliveries WHERE State = 2"));

        await world.Sandbox.Client.ClearFaultsAsync(world.Limit);
        using var again = await StartAsync(world);
        await store.HasAsync(Followers, "Deliveries WHERE State = 2 AND Attempts = 1");
        Assert.Equal(Followers, await CountPushesAsync(world));
        Assert.Empty((await world.Sandbox.Client.GetCountersAsync(world.Limit)).Duplicates);
    }

    [Fact]
    public async Task Stopped_while_Telegram_hangs_it_ends_and_the_next_start_records_what_nobody_knows()
    {
        await using var world = await EndToEnd.StartAsync();
        var store = new StoreFile(world.StoreFile, world.Limit);
        var item = SomeNews.Number(1);
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Latency, "sendMessage", LatencyMilliseconds: 600_000), world.Limit);
            world.Newsroom.Publish(item);
            await world.HasMetFaultsAsync();
            Assert.Equal(0, await bot.StopAsync("TERM", world.Limit));
        }

        // It ended before the request did.
        Assert.Equal(1, await store.CountAsync("Deliveries WHERE State = 1"));
        using var again = await world.StartBotAsync();
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
        await store.HasAsync(1, "Deliveries WHERE State = 2 AND UnknownAttempts = 1");
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }

    [Fact]
    public async Task The_trial_mode_ends_without_a_complaint()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        using var bot = BotProcess.Start([], new Dictionary<string, string?> { ["Web:Url"] = $"http://127.0.0.1:{FreePort.Next()}" });
        while (!bot.Printed.Contains("NewsBot is @", StringComparison.Ordinal) || !bot.Printed.Contains("Trial mode", StringComparison.Ordinal))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, limit.Token);
        }

        Assert.Equal(0, await bot.StopAsync("INT", limit.Token));
        Assert.DoesNotContain("warning:", bot.Printed, StringComparison.Ordinal);
        Assert.DoesNotContain("error:", bot.Printed, StringComparison.Ordinal);
    }

    private static async Task AddFollowersAsync(EndToEnd world, StoreFile store)
    {
        using (var bot = BotProcess.Start(["migrate"], world.Settings))
        {
            Assert.Equal(0, await bot.ExitAsync(world.Limit));
        }

        for (var id = FirstFollower; id < FirstFollower + Followers; id++)
        {
            await world.Sandbox.Client.AddPersonAsync(new NewPerson($"Follower {id}", Id: id, HasStarted: true), world.Limit);
        }

        await store.DoAsync(
            $"""
            INSERT INTO Topics (Name, Query, CreatedAt) VALUES ('NATO', '{((TopicParse.Success)TopicQuery.Parse("NATO")).Query.Canonical}', 0);
            INSERT INTO Subscribers (ChatId, ThreadId, Kind, State, Language, CreatedAt)
            WITH RECURSIVE Everyone (Id) AS (SELECT {FirstFollower} UNION ALL SELECT Id + 1 FROM Everyone WHERE Id < {FirstFollower + Followers - 1})
            SELECT Id, 0, 0, 0, 'en', 0 FROM Everyone;
            INSERT INTO Subscriptions (SubscriberId, TopicId, Level, CreatedAt) SELECT Id, 1, 1, 0 FROM Subscribers;
            """);
    }

    private static async Task<BotProcess> StartAsync(EndToEnd world)
    {
        var bot = BotProcess.Start(["run"], new Dictionary<string, string?>(world.Settings) { ["Telegram:MessagesPerSecond"] = "100" });
        await world.Newsroom.PolledAsync(2, world.Limit);
        return bot;
    }

    private static async Task<long> CountPushesAsync(EndToEnd world)
    {
        var pushes = 0;
        for (var id = FirstFollower; id < FirstFollower + Followers; id++)
        {
            pushes += (await world.PushesAsync(id)).Count;
        }

        return pushes;
    }
}
