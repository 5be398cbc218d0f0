using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

public abstract class FollowingTests(UpdatesBy updates)
{
    [Fact]
    public async Task A_followed_topic_is_pushed_once_with_title_summary_publisher_and_link_and_says_why()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        Assert.Contains("NATO", (await world.AskAsync(EndToEnd.Ben, "/subscribe NATO")).Text, StringComparison.Ordinal);
        await world.AskAsync(EndToEnd.Olena, "/subscribe Hungary");

        var item = NewsItem.About("NATO", "nato-school", "Hungary votes on its bridges");
        world.Newsroom.Publish(item);
        var push = await world.WaitForPushAsync(EndToEnd.Ben, item.Title);

        Assert.Contains("third that NATO has founded", push.Text, StringComparison.Ordinal);
        Assert.Contains("Test Tribune", push.Text, StringComparison.Ordinal);
        Assert.Contains(push.Entities, entity => entity.Url?.EndsWith("/news/nato-school", StringComparison.Ordinal) == true);
        var why = push.Buttons[0][0].Data!;
        await world.Sandbox.Client.PressAsync(new NewPress(EndToEnd.Ben, EndToEnd.Ben, push.MessageId, why), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, message => message.Text.Contains("“NATO”", StringComparison.Ordinal), world.Limit);
        await world.Newsroom.PolledAsync(3, world.Limit);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
        Assert.Empty(await world.PushesAsync(EndToEnd.Olena));
    }

    [Fact]
    public async Task Two_topics_of_one_chat_that_match_one_article_give_one_push_that_names_both()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        await world.AskAsync(EndToEnd.Ben, "/subscribe school of bridge building");

        var item = NewsItem.About("NATO", "nato-school");
        world.Newsroom.Publish(item);
        var push = await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
        await world.Newsroom.PolledAsync(3, world.Limit);

        var topics = push.Text.Split('\n').Single(line => line.StartsWith("Topics:", StringComparison.Ordinal));
        Assert.Contains("NATO", topics, StringComparison.Ordinal);
        Assert.Contains("school of bridge building", topics, StringComparison.Ordinal);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));
    }

    [Theory]
    [InlineData("NATO </b><a href=\"tg://x\">press here</a>")]
    [InlineData("NATO asks AT&T <3 what &lt;b&gt; means")]
    public async Task A_title_with_markup_arrives_as_literal_text(string title)
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

        world.Newsroom.Publish(NewsItem.About("NATO", "markup") with { Title = title });
        var push = await world.WaitForPushAsync(EndToEnd.Ben, title);

        Assert.DoesNotContain(push.Entities, entity => entity.Url?.StartsWith("tg:", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Who_blocks_the_bot_keeps_their_topics_and_hears_of_them_again()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        await world.Sandbox.Client.BlockAsync(EndToEnd.Ben, world.Limit);
        world.Newsroom.Publish(NewsItem.About("NATO", "while-blocked"));
        await world.Newsroom.PolledAsync(4, world.Limit);

        await world.Sandbox.Client.UnblockAsync(EndToEnd.Ben, world.Limit);
        await world.AskAsync(EndToEnd.Ben, "/start");
        Assert.Empty(await world.PushesAsync(EndToEnd.Ben));

        var item = NewsItem.About("NATO", "after") with { Title = "NATO paints its bridges green" };
        world.Newsroom.Publish(item with { Paragraphs = ["NATO painted eleven bridges green on Tuesday.", "The paint of NATO lasts for twenty years, its makers say."] });
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
    }
}

public sealed class FollowingByPollingTests() : FollowingTests(UpdatesBy.Polling);

public sealed class FollowingByWebhookTests() : FollowingTests(UpdatesBy.Webhook);
