using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.EndToEnd.Tests;

public sealed class SwitchingTests
{
    [Theory]
    [InlineData(UpdatesBy.Polling, UpdatesBy.Webhook)]
    [InlineData(UpdatesBy.Webhook, UpdatesBy.Polling)]
    public async Task What_is_typed_while_the_way_of_updates_changes_is_carried_out_once(UpdatesBy before, UpdatesBy after)
    {
        await using var world = await EndToEnd.StartAsync(before);
        using (var bot = await world.StartBotAsync())
        {
            await world.AskAsync(EndToEnd.Ben, "/start");
            await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/subscribe NATO", world.Limit);
            await bot.KillAsync(world.Limit);
        }

        await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/subscribe Hungary", world.Limit);
        using var again = BotProcess.Start(["run"], world.SettingsFor(after));
        foreach (var topic in (string[])["NATO", "Hungary"])
        {
            await world.Sandbox.Client.WaitForMessageAsync(
                EndToEnd.Ben, message => message.Text.StartsWith($"You now follow {topic}", StringComparison.Ordinal), world.Limit);
        }

        Assert.Equal(2, await world.ReadAsync(db => db.Subscriptions.CountAsync(world.Limit)));
        await world.UntilAsync(async _ => await world.Sandbox.Client.CountUpdatesAsync(world.Limit) == 0);

        // An answer may come again after a kill, when it was sent and not yet noted; a command carried out again would say this.
        var twice = Texts.For("en").AlreadyFollowing("NATO");
        Assert.DoesNotContain(await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit), message => message.Text == twice);
    }
}
