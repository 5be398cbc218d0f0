using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;

namespace NewsBot.EndToEnd.Tests;

public sealed class KilledWhilePollingTests
{
    [Fact]
    public async Task What_was_not_written_is_asked_for_again_and_what_was_is_not()
    {
        await using var world = await EndToEnd.StartAsync();
        (string, string)[] rarely = [("Sources:MinimumInterval", "00:10:00"), ("Sources:MaximumInterval", "00:10:00")];
        using (var first = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            world.Newsroom.HoldFeed();
            world.Newsroom.Publish(NewsItem.About("NATO", "school"));
            await world.Newsroom.AskedAsync(world.Limit);
            await first.KillAsync(world.Limit);
        }

        world.Newsroom.ReleaseFeed();
        using (var second = Start(world, rarely))
        {
            await world.WaitForPushAsync(EndToEnd.Ben, "NATO opens");
            await world.UntilAsync(db => db.Deliveries.AnyAsync(delivery => delivery.Lane == Lane.News && delivery.State == DeliveryState.Sent, world.Limit)); // Else it is doubtful.
            await second.KillAsync(world.Limit);
        }

        var asked = world.Newsroom.Asked;
        using (var third = Start(world, rarely))
        {
            await world.AskAsync(EndToEnd.Ben, "/topics"); // By then it has looked for what is due.
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, world.Limit);
        }

        Assert.Equal(asked, world.Newsroom.Asked);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }

    private static BotProcess Start(EndToEnd world, (string Key, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(world.Settings);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return BotProcess.Start(["run"], all);
    }
}
