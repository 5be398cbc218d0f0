using System.Net;
using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Subscribers;

namespace NewsBot.EndToEnd.Tests;

/// <summary>What anybody can post to an address that the whole world reaches.</summary>
public sealed class WebhookCallsTests
{
    private static readonly Texts English = Texts.For("en");
    private const HttpStatusCode Refused = HttpStatusCode.Unauthorized;
    private static readonly string TenMegabytes = UpdateOf(8, new string('x', 10_000_000));

    [Fact]
    public async Task Calls_that_are_not_Telegrams_and_updates_that_are_none_change_nothing()
    {
        await using var world = await EndToEnd.StartAsync(UpdatesBy.Webhook);
        using var bot = await world.StartBotAsync();
        using var caller = new WebhookCaller(world);
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        var before = await StateAsync(world);

        Assert.Equal(Refused, await caller.PostAsync(UpdateOf(7, "/subscribe Hungary"), secret: null));
        Assert.Equal(Refused, await caller.PostAsync(UpdateOf(7, "/subscribe Hungary"), secret: "wrong"));
        Assert.Equal(Refused, await caller.PostAsync(UpdateOf(7, "/subscribe Hungary"), EndToEnd.WebhookSecret.ToUpperInvariant()));
        Assert.True(await caller.PostAsync(TenMegabytes, secret: null) is Refused or null);
        Assert.True(await caller.PostAsync(TenMegabytes, secret: null, isChunked: true) is Refused or null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await caller.GetAsync(world.Webhook));
        Assert.Equal(before, await StateAsync(world));

        Assert.Equal(HttpStatusCode.OK, await caller.PostAsync(TenMegabytes));
        Assert.Equal(HttpStatusCode.OK, await caller.PostAsync(TenMegabytes, isChunked: true));
        Assert.Equal(HttpStatusCode.OK, await caller.PostAsync("{ \"update_id\": 9, "));
        Assert.Equal(HttpStatusCode.OK, await caller.PostAsync("no JSON"));
        await world.AskAsync(EndToEnd.Olena, "/start");
        Assert.Equal(before with { SetAside = 3 }, await StateAsync(world));
        Assert.Equal(HttpStatusCode.OK, await caller.GetAsync(new Uri(world.BotAddress, "/readyz")));
    }

    [Fact]
    public async Task The_same_update_twice_is_answered_once()
    {
        await using var world = await EndToEnd.StartAsync(UpdatesBy.Webhook);
        using var bot = await world.StartBotAsync();
        using var caller = new WebhookCaller(world);
        await world.AskAsync(EndToEnd.Ben, "/start");

        Assert.Equal(HttpStatusCode.OK, await caller.PostAsync(UpdateOf(7, "/topics")));
        Assert.Equal(HttpStatusCode.OK, await caller.PostAsync(UpdateOf(7, "/topics")));
        await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/help", world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, message => message.Text.StartsWith(English.HelpTitle, StringComparison.Ordinal), world.Limit);

        Assert.Single(await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit), message => message.Text == English.FollowsNothing);
    }

    [Fact]
    public async Task While_updates_are_polled_nobody_can_post_any()
    {
        await using var world = await EndToEnd.StartAsync(UpdatesBy.Polling);
        using var bot = await world.StartBotAsync();
        using var caller = new WebhookCaller(world);
        Assert.Equal(HttpStatusCode.NotFound, await caller.PostAsync(UpdateOf(7, "/start")));
    }

    private static string UpdateOf(int number, string text) =>
        $$$"""{"update_id":{{{number}}},"message":{"message_id":9001,"date":1700000000,"chat":{"id":1002,"type":"private"},"from":{"id":1002,"is_bot":false,"first_name":"Ben"},"text":"{{{text}}}"}}""";

    private static async Task<State> StateAsync(EndToEnd world) => await world.ReadAsync(async db => new State(
        await db.Subscriptions.CountAsync(world.Limit),
        await db.Deliveries.CountAsync(delivery => delivery.ChatId == EndToEnd.Ben, world.Limit),
        await db.InboxUpdates.CountAsync(inboxUpdate => inboxUpdate.SetAsideReason != null, world.Limit),
        (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count));

    private sealed record State(int Subscriptions, int Deliveries, int SetAside, int Messages);
}
