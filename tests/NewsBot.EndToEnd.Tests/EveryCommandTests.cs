using NewsBot.Messages;
using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

public abstract class EveryCommandTests(UpdatesBy updates)
{
    private static readonly Texts English = Texts.For("en");

    [Fact]
    public async Task Every_command_is_answered_with_sense_in_each_state_of_a_chat()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        world.Newsroom.Publish(NewsItem.About("Hungary", "old"));
        using var bot = await world.StartBotAsync();

        await AnswersAsync(world, "/start", English.Welcome);
        await AnswersAsync(world, "/topics", English.FollowsNothing);
        await AnswersAsync(world, "/latest", English.FollowsNothing);
        await AnswersAsync(world, "/why", English.NoPushYet);
        await AnswersAsync(world, "/subscribe", English.WhatToFollow);
        await AnswersAsync(world, "/subscribe Hungary", "You now follow Hungary");
        await AnswersAsync(world, "/subscribe hungary", English.AlreadyFollowing("Hungary"));
        await AnswersAsync(world, "/subscribe <b>", "");
        await AnswersAsync(world, "/topics", "You follow 1 topic");
        await AnswersAsync(world, "/latest Hungary", "The latest about Hungary");
        await AnswersAsync(world, "/preview Hungary", "What you'd have received about Hungary");
        await AnswersAsync(world, "/level", English.WhichLevel);
        await AnswersAsync(world, "/level Hungary mention", English.LevelOf("Hungary", 0));
        await AnswersAsync(world, "/unsubscribe", English.WhatToUnfollow);
        await AnswersAsync(world, "/pause", English.PauseHowLong(null));
        await AnswersAsync(world, "/pause Hungary 8h", "Hungary is paused until");
        await AnswersAsync(world, "/resume", "News is back on. You didn't miss anything.");
        await AnswersAsync(world, "/resume", English.WasNotPaused);
        await AnswersAsync(world, "/unsubscribe Hungary", English.NoLongerFollowing("Hungary"));
        await AnswersAsync(world, "/help", English.HelpTitle);
        await AnswersAsync(world, "/privacy", "What I store about this chat");
        await AnswersAsync(world, "North Korea", English.OfferTopic("North Korea"));
        await AnswersAsync(world, "/subscrbe NATO", "I don't know /subscrbe. Did you mean /subscribe?");
        await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/stats", world.Limit); // has no answer for him
        await AnswersAsync(world, "/privacy", "What I store about this chat");
        Assert.Contains("Subscriptions: 0", (await world.AskAsync(EndToEnd.Olena, "/stats")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("error:", bot.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_me_asks_and_then_forgets_everything()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");

        var question = await world.AskAsync(EndToEnd.Ben, "/deleteme");
        await world.Sandbox.Client.PressAsync(new NewPress(EndToEnd.Ben, EndToEnd.Ben, question.MessageId, "deleteme:yes"), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, message => message.Text == English.Deleted, world.Limit);

        await AnswersAsync(world, "/topics", English.FollowsNothing);
    }

    [Fact]
    public async Task In_a_group_only_its_administrators_change_what_it_follows()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        var group = (await world.Sandbox.Client.GetWorldAsync(world.Limit)).Chats.First(chat => chat.Id < 0);

        await world.Sandbox.Client.SendTextAsync(new NewText(group.Id, EndToEnd.Ben, "/subscribe NATO"), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(group.Id, message => message.Text == English.OnlyChatAdministrators, world.Limit);
        await world.Sandbox.Client.SendTextAsync(new NewText(group.Id, EndToEnd.Olena, "/subscribe NATO"), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(group.Id, message => message.IsByBot && message.Text.StartsWith("You now follow NATO", StringComparison.Ordinal), world.Limit);
    }

    private static async Task AnswersAsync(EndToEnd world, string text, string start)
    {
        var answer = (await world.AskAsync(EndToEnd.Ben, text)).Text;
        Assert.StartsWith(start, answer, StringComparison.Ordinal);
        Assert.NotEqual(English.SomethingWentWrong, answer);
    }
}

public sealed class EveryCommandByPollingTests() : EveryCommandTests(UpdatesBy.Polling);

public sealed class EveryCommandByWebhookTests() : EveryCommandTests(UpdatesBy.Webhook);
