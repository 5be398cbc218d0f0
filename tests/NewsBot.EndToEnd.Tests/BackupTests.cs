namespace NewsBot.EndToEnd.Tests;

public sealed class BackupTests
{
    [Fact]
    public async Task A_copy_is_made_while_the_service_runs_and_put_back_when_it_has_stopped()
    {
        await using var world = await EndToEnd.StartAsync();
        var copy = world.StoreFile + ".copy";
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
            Assert.Contains("copied to", await RunAsync(world, 0, "backup", copy), StringComparison.Ordinal);
            Assert.Contains("is there already", await RunAsync(world, 1, "backup", copy), StringComparison.Ordinal);
            await world.AskAsync(EndToEnd.Ben, "/subscribe Hungary");

            Assert.Contains("stop it first", await RunAsync(world, 1, "restore", copy), StringComparison.Ordinal);
            Assert.Contains("Hungary", (await world.AskAsync(EndToEnd.Ben, "/topics")).Text, StringComparison.Ordinal);
            Assert.Equal(0, await bot.StopAsync("TERM", world.Limit));
        }

        Assert.Contains("What was there before is kept as", await RunAsync(world, 0, "restore", copy), StringComparison.Ordinal);

        using var again = await world.StartBotAsync();
        var topics = (await world.AskAsync(EndToEnd.Ben, "/topics")).Text;
        Assert.Contains("NATO", topics, StringComparison.Ordinal);
        Assert.DoesNotContain("Hungary", topics, StringComparison.Ordinal);
        var item = NewsItem.About("NATO", "after-restore");
        world.Newsroom.Publish(item);
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
    }

    private static async Task<string> RunAsync(EndToEnd world, int exitCode, string command, string file)
    {
        using var run = BotProcess.Start([command, file], world.Settings);
        Assert.Equal(exitCode, await run.ExitAsync(world.Limit));
        return run.Printed;
    }
}
