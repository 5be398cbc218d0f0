using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

public sealed class LockedStoreTests
{
    private const string Locked = "The store is locked by another process.";

    [Fact]
    public async Task A_locked_store_is_told_once_and_what_came_meanwhile_is_done_when_it_is_free()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        await using var other = await new StoreFile(world.StoreFile, world.Limit).OpenAsync();
        Microsoft.Data.Sqlite.SqliteTransaction? held = null;

        await StoreInTrouble.IsOutlastedAsync(
            world,
            Locked,
            () =>
            {
                held = other.BeginTransaction();
                return Task.CompletedTask;
            },
            async () => await held!.DisposeAsync());

        Assert.Equal(1, Told(bot, Locked));
        Assert.Equal(1, Told(bot, "The store works again"));
        Assert.Equal(1, Told(bot, "error:"));
    }

    [Fact]
    public async Task What_was_sent_while_the_store_is_locked_is_recorded_later_and_not_sent_again()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        var store = new StoreFile(world.StoreFile, world.Limit);
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        await using var other = await store.OpenAsync();
        var item = SomeNews.Number(1);

        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Latency, "sendMessage", EndToEnd.Ben, LatencyMilliseconds: 1000), world.Limit);
        world.Newsroom.Publish(item);
        await world.HasMetFaultsAsync();
        await using (other.BeginTransaction())
        {
            await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
            await ReadinessReport.WhenAsync(world, report => report.Store == Locked && report.Failing.Contains("SendingWorker"));
        }

        await store.HasAsync(1, "Deliveries WHERE Lane = 1 AND State = 2 AND Attempts = 1 AND UnknownAttempts = 0");
        await ReadinessReport.WhenAsync(world, report => report.IsReady);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }

    private static int Told(BotProcess bot, string text) => bot.Printed.Split('\n').Count(line => line.Contains(text, StringComparison.Ordinal));
}
