using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

public abstract class KilledTests(UpdatesBy updates)
{
    [Fact]
    public async Task Killed_between_the_stored_article_and_the_send_it_pushes_once_after_the_restart()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

            // Telegram asks to wait, so the push stays owed; then the process is gone.
            await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.TooManyRequests, "sendMessage", EndToEnd.Ben, Times: 1, RetryAfter: 6), world.Limit);
            world.Newsroom.Publish(NewsItem.About("NATO", "nato-school"));
            while ((await world.Sandbox.Client.GetFaultsAsync(world.Limit)).Count > 0)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, world.Limit);
            }

            await bot.KillAsync(world.Limit);
        }

        Assert.Empty(await world.PushesAsync(EndToEnd.Ben));
        using var again = await world.StartBotAsync();
        await world.WaitForPushAsync(EndToEnd.Ben, "NATO opens");
        await world.Newsroom.PolledAsync(3, world.Limit);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }

    [Fact]
    public async Task Subscriptions_survive_a_restart()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            await bot.KillAsync(world.Limit);
        }

        using var again = await world.StartBotAsync();
        Assert.Contains("NATO", (await world.AskAsync(EndToEnd.Ben, "/topics")).Text, StringComparison.Ordinal);
    }
}

public sealed class KilledByPollingTests() : KilledTests(UpdatesBy.Polling);

public sealed class KilledByWebhookTests() : KilledTests(UpdatesBy.Webhook);
