using NewsBot.BotApi.Updates;
using NewsBot.Sandbox.Control;
using NewsBot.Sources.Polling;

namespace NewsBot.EndToEnd.Tests;

/// <summary>A store that cannot be written for a while, whatever the reason: what happens then, and after it.</summary>
internal static class StoreInTrouble
{
    private static readonly string[] WritersOfNews = [nameof(SourcePollingWorker), nameof(UpdatePollingWorker)];

    /// <param name="world">Ben follows NATO, and nothing is under way.</param>
    /// <param name="sentence">What /readyz has to say of the store meanwhile.</param>
    /// <param name="begin">Begins the trouble.</param>
    /// <param name="end">Ends it.</param>
    public static async Task IsOutlastedAsync(EndToEnd world, string sentence, Func<Task> begin, Func<Task> end)
    {
        var store = new StoreFile(world.StoreFile, world.Limit);
        var messages = (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count;

        // Long enough to need new pages of the store, both in the feed and in the chat.
        var item = SomeNews.Number(1) with { Paragraphs = [string.Join(' ', Enumerable.Range(1, 60).Select(sentence => SomeNews.Number(sentence).Paragraphs[0]))] };

        await begin();
        world.Newsroom.Publish(item);
        var asked = await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, $"/topics {new string('x', 3900)}", world.Limit);
        await ReadinessReport.WhenAsync(world, report => !report.IsReady && report.Store == sentence && WritersOfNews.All(report.Failing.Contains));
        Assert.Equal(1, await world.Sandbox.Client.CountUpdatesAsync(world.Limit));
        Assert.Equal(messages + 1, (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count);

        await end();
        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, message => message.IsByBot && message.MessageId > asked.MessageId, world.Limit);
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
        await ReadinessReport.WhenAsync(world, report => report.IsReady);
        await store.HasAsync(0, "Deliveries WHERE State IN (0, 1)");
        Assert.Equal(messages + 3, (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count);
        Assert.Equal(0, await store.CountAsync("Deliveries WHERE UnknownAttempts > 0"));
    }
}
