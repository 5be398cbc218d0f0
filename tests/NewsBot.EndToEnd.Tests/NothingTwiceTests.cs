namespace NewsBot.EndToEnd.Tests;

public abstract class NothingTwiceTests(UpdatesBy updates)
{
    [Fact]
    public async Task The_first_500_entries_push_nothing_and_a_new_one_pushes_once_even_when_edited_and_dated_anew()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        for (var number = 0; number < 500; number++)
        {
            world.Newsroom.Publish(NewsItem.About($"NATO town {number}", $"old-{number}"));
        }

        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        var item = NewsItem.About("NATO", "new");
        world.Newsroom.Publish(item);
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);

        world.Newsroom.Publish(item with { Title = "NATO opens a new school, edited", Published = item.Published + TimeSpan.FromMinutes(5) });
        await world.Newsroom.PolledAsync(4, world.Limit);

        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }
}

public sealed class NothingTwiceByPollingTests() : NothingTwiceTests(UpdatesBy.Polling);

public sealed class NothingTwiceByWebhookTests() : NothingTwiceTests(UpdatesBy.Webhook);
