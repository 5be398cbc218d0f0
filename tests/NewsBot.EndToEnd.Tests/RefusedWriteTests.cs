using NewsBot.Messages;

namespace NewsBot.EndToEnd.Tests;

public sealed class RefusedWriteTests
{
    [Fact]
    public async Task A_command_whose_write_the_store_refuses_is_apologised_for_and_holds_up_no_other()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        await new StoreFile(world.StoreFile, world.Limit).BarAsync("INSERT ON Subscriptions");

        Assert.Equal(Texts.For("en").SomethingWentWrong, (await world.AskAsync(EndToEnd.Ben, "/subscribe NATO")).Text);
        Assert.Equal(Texts.For("en").FollowsNothing, (await world.AskAsync(EndToEnd.Ben, "/topics")).Text);
    }
}
