using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Telegram goes away for all calls, with a process that is really killed in the middle.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(FaultKind.BadGateway, 1)]
    [InlineData(FaultKind.HtmlOk, 1)]
    [InlineData(FaultKind.DropAfter, 2)]
    public async Task What_is_published_while_Telegram_is_away_comes_when_it_is_back(FaultKind kind, int most)
    {
        await using var world = await EndToEnd.StartAsync();
        var bot = await world.StartBotAsync();
        try
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            await world.Sandbox.Client.AddFaultAsync(new Fault(kind, Times: int.MaxValue), world.Limit);
            var items = Enumerable.Range(1, 4).Select(SomeNews.Number).ToList();
            items.ForEach(world.Newsroom.Publish);
            var store = new StoreFile(world.StoreFile, world.Limit);
            await store.HasAsync(4, "Deliveries WHERE Lane = 1 AND State IN (0, 1)");
            await ReadinessReport.WhenAsync(world, report => report.Failing.Contains("SendingWorker"));
            await bot.KillAsync(world.Limit);
            bot.Dispose();
            bot = await world.StartBotAsync();
            await ReadinessReport.WhenAsync(world, report => report.Failing.Contains("SendingWorker"));

            await world.Sandbox.Client.ClearFaultsAsync(world.Limit);
            foreach (var item in items)
            {
                await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
            }

            await store.HasAsync(0, "Deliveries WHERE State IN (0, 1)");
            var pushes = await world.PushesAsync(EndToEnd.Ben);
            Assert.All(items, item => Assert.InRange(pushes.Count(push => push.Text.StartsWith(item.Title, StringComparison.Ordinal)), 1, most));
        }
        finally
        {
            bot.Dispose();
        }
    }
}
