using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsBot.BotApi.Updates;
using NewsBot.Commands;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Updates that NewsBot has never seen: it goes on, and whoever runs it can see them.</summary>
public abstract class OddUpdatesTests(UpdatesBy updates)
{
    private static readonly (string Json, string Reason)[] Odd =
    [
        ("""{"telepathy":{"from":{"id":1002},"thought":"NATO"}}""", "nothing in it that NewsBot answers"),
        (Text(""" "chat":{"id":1002,"type":"hologram"},"text":"/topics" """), "nothing in it that NewsBot answers"),
        (Membership("phantom"), "cannot be read: JsonException at $.my_chat_member.new_chat_member"),
        ("""{"message":[]}""", "cannot be read: JsonException at $.message"),
        (Text($$""" "chat":{"id":1002,"type":"private"},"text":"{{new string('x', 2_000_000)}}" """), "it is larger than 1 MiB"),
    ];

    [Fact]
    public async Task Each_odd_update_is_set_aside_told_and_counted_and_the_next_one_is_answered()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        foreach (var (json, _) in Odd)
        {
            await world.Sandbox.Client.SendRawUpdateAsync((JsonObject)JsonNode.Parse(json)!, world.Limit);
            Assert.Contains("NATO", (await world.AskAsync(EndToEnd.Ben, "/topics")).Text, StringComparison.Ordinal);
        }

        await world.Sandbox.Client.SendRawUpdateAsync(new RawUpdate((JsonObject)JsonNode.Parse("""{"no":"number"}""")!, IsNumbered: false), world.Limit);
        Assert.Contains("NATO", (await world.AskAsync(EndToEnd.Ben, "/topics")).Text, StringComparison.Ordinal);
        string[] reasons = [.. Odd.Select(odd => odd.Reason), "its update_id cannot be read"];
        await world.UntilAsync(async db => await db.InboxUpdates.CountAsync(update => update.SetAsideReason != null, world.Limit) == reasons.Length);
        await world.UntilAsync(async db => !await db.InboxUpdates.AnyAsync(update => update.HandledAt == null, world.Limit));

        Assert.Equal(reasons.Order(), await world.ReadAsync(db => db.InboxUpdates.Select(update => update.SetAsideReason).Where(reason => reason != null).Order().ToListAsync(world.Limit)));
        Assert.All(reasons, reason => Assert.Contains($"is dead-lettered: {reason}", bot.Printed, StringComparison.Ordinal));
        Assert.Contains($"Updates that could not be handled in 24 hours: {reasons.Length}", (await world.AskAsync(EndToEnd.Olena, "/stats")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("error: Update", bot.Printed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_kind_of_entity_a_member_who_left_and_a_bot_that_was_removed_are_nothing_odd()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        string[] all =
        [
            Text(""" "chat":{"id":-2001,"type":"supergroup","title":"Newsroom"},"left_chat_member":{"id":1002,"is_bot":false,"first_name":"Ben"} """),
            Membership("left"),
            Text(""" "chat":{"id":1002,"type":"private"},"text":"/topics","entities":[{"type":"sparkle","offset":0,"length":7}] """),
        ];
        foreach (var json in all)
        {
            await world.Sandbox.Client.SendRawUpdateAsync((JsonObject)JsonNode.Parse(json)!, world.Limit);
        }

        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, message => message.Text.StartsWith("You follow 1 topic", StringComparison.Ordinal), world.Limit);
        Assert.Equal(0, await world.ReadAsync(db => db.InboxUpdates.CountAsync(update => update.SetAsideReason != null, world.Limit)));
    }

    [Fact]
    public async Task What_is_cut_off_on_its_way_is_asked_for_again_or_set_aside()
    {
        await using var world = await EndToEnd.StartAsync(updates);
        using var bot = await world.StartBotAsync();
        if (updates == UpdatesBy.Polling)
        {
            await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.TruncatedBody, "getUpdates"), world.Limit);
        }
        else
        {
            using var caller = new WebhookCaller(world);
            Assert.Equal(HttpStatusCode.OK, await caller.PostAsync("""{"update_id":7,"message":{"message_id":1,"te"""));
        }

        await world.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        Assert.Contains("NATO", (await world.AskAsync(EndToEnd.Ben, "/topics")).Text, StringComparison.Ordinal);
        Assert.Equal(
            updates == UpdatesBy.Polling ? 0 : 1,
            await world.ReadAsync(db => db.InboxUpdates.CountAsync(update => update.SetAsideReason == "it is not JSON", world.Limit)));
    }

    private static string Text(string rest) =>
        $$$"""{"message":{"message_id":9001,"date":1700000000,"from":{"id":1002,"is_bot":false,"first_name":"Ben"},{{{rest}}}}}""";

    private static string Membership(string status) =>
        $$$$$"""
        {"my_chat_member":{"chat":{"id":-2001,"type":"supergroup","title":"Newsroom"},"from":{"id":1001,"is_bot":false,"first_name":"Olena"},"date":1700000000,
        "old_chat_member":{"status":"member","user":{"id":1000001,"is_bot":true,"first_name":"NewsBot"}},
        "new_chat_member":{"status":"{{{{{status}}}}}","user":{"id":1000001,"is_bot":true,"first_name":"NewsBot"}}}}
        """;
}

public sealed class OddUpdatesByPollingTests() : OddUpdatesTests(UpdatesBy.Polling);

public sealed class OddUpdatesByWebhookTests() : OddUpdatesTests(UpdatesBy.Webhook);
