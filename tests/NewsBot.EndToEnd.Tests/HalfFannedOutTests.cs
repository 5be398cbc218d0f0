namespace NewsBot.EndToEnd.Tests;

public sealed class HalfFannedOutTests
{
    private const int Chunk = 5_000;
    private const int Crowd = 6_000;

    // Chats are written to in the order of their numbers, so that Ben comes before all of the crowd.
    private const int LastChat = 1_000_000 + Crowd;

    [Fact]
    public async Task Killed_after_the_first_5000_followers_it_owes_the_story_to_the_others_and_to_nobody_twice()
    {
        await using var world = await EndToEnd.StartAsync();
        var store = new StoreFile(world.StoreFile, world.Limit);
        var item = SomeNews.Number(1);
        using (var bot = await StartAsync(world))
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            await AddCrowdAsync(store);
            await store.BarAsync($"INSERT ON Deliveries WHEN NEW.ChatId = {LastChat}");
            world.Newsroom.Publish(item);
            await store.HasAsync(1, "Matches WHERE FanOutCursor > 0");
            await bot.KillAsync(world.Limit);
        }

        Assert.Equal(Chunk, await store.CountAsync("Deliveries WHERE Lane = 1"));
        Assert.Equal(1, await store.CountAsync("Matches WHERE FannedOutAt IS NULL"));
        await store.UnbarAsync();

        using var again = await StartAsync(world);
        await store.HasAsync(1, "Matches WHERE FannedOutAt IS NOT NULL");
        Assert.Equal(Crowd + 1, await store.CountAsync("Deliveries WHERE Lane = 1"));
        Assert.Equal(Crowd + 1, await store.CountAsync("(SELECT DISTINCT ChatId FROM Deliveries WHERE Lane = 1)"));
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }

    /// <summary>One message a second: the crowd is there to be owed something.</summary>
    private static async Task<BotProcess> StartAsync(EndToEnd world)
    {
        var bot = BotProcess.Start(["run"], new Dictionary<string, string?>(world.Settings) { ["Telegram:MessagesPerSecond"] = "1" });
        await world.Newsroom.PolledAsync(2, world.Limit);
        return bot;
    }

    private static Task AddCrowdAsync(StoreFile store) => store.DoAsync(
        $"""
        INSERT INTO Subscribers (ChatId, ThreadId, Kind, State, Language, CreatedAt)
        WITH RECURSIVE Crowd (Number) AS (SELECT {LastChat - Crowd + 1} UNION ALL SELECT Number + 1 FROM Crowd WHERE Number < {LastChat})
        SELECT Number, 0, Kind, State, Language, CreatedAt FROM Crowd, (SELECT * FROM Subscribers WHERE ChatId = {EndToEnd.Ben});
        INSERT INTO Subscriptions (SubscriberId, TopicId, Level, CreatedAt)
        SELECT Id, 1, 1, 0 FROM Subscribers WHERE ChatId <> {EndToEnd.Ben};
        """);
}
