using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

/// <summary>
/// The bot is kept at one stage, killed there and started again. What it had in hand must be done then, and done once, except where
/// an answer of Telegram's died with it: that is recorded.
/// </summary>
public sealed class KilledAtEachHandOverTests(KillableBot bot) : IClassFixture<KillableBot>, IAsyncLifetime
{
    private const string NewsInDoubt = "Deliveries WHERE Lane = 1 AND UnknownAttempts > 0";

    private readonly EndToEnd world = bot.World;
    private readonly StoreFile store = bot.Store;

    public async ValueTask InitializeAsync() => await bot.RecoverAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Entry_stored_and_article_not()
    {
        var item = bot.NextItem();
        world.Newsroom.HoldPage(item.Slug);
        world.Newsroom.Publish(item);
        await store.HasAsync(1, $"Entries WHERE State = 0 AND Title = '{item.Title}'");
        await bot.KillAsync();
        Assert.Equal(0, await store.CountAsync($"Articles WHERE Title = '{item.Title}'"));

        world.Newsroom.ReleasePages();
        await IsPushedOnceAfterTheRestartAsync(item);
    }

    [Fact]
    public async Task Article_stored_and_not_matched()
    {
        await store.BarAsync("INSERT ON Matches");
        var item = bot.Publish();
        await store.HasAsync(1, $"Articles WHERE MatchedAt IS NULL AND Title = '{item.Title}'");
        await bot.KillAsync();

        await IsPushedOnceAfterTheRestartAsync(item);
    }

    [Fact]
    public async Task Matched_and_not_fanned_out()
    {
        await store.BarAsync("INSERT ON Deliveries WHEN NEW.Lane = 1");
        var item = bot.Publish();
        await store.HasAsync(1, "Matches WHERE FannedOutAt IS NULL");
        await bot.KillAsync();

        await IsPushedOnceAfterTheRestartAsync(item);
    }

    [Fact]
    public async Task Fanned_out_and_not_sent()
    {
        await store.BarAsync("UPDATE ON Deliveries WHEN NEW.State = 1 AND NEW.Lane = 1");
        var item = bot.Publish();
        await store.HasAsync(2, "Deliveries WHERE State = 0 AND Lane = 1");
        await bot.KillAsync();

        await IsPushedOnceAfterTheRestartAsync(item);
    }

    [Fact]
    public async Task Request_written_and_no_answer_yet()
    {
        var before = await store.CountAsync(NewsInDoubt);
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Latency, "sendMessage", Times: 2, LatencyMilliseconds: 600_000), world.Limit);
        var item = bot.Publish();
        await world.HasMetFaultsAsync();
        await bot.KillAsync();
        Assert.Equal(2, await store.CountAsync("Deliveries WHERE State = 1"));

        await IsPushedOnceAfterTheRestartAsync(item);
        Assert.Equal(before + 2, await store.CountAsync(NewsInDoubt));
    }

    [Fact]
    public async Task Answer_received_and_not_recorded()
    {
        var before = await store.CountAsync(NewsInDoubt);
        await store.BarAsync("UPDATE ON Deliveries WHEN NEW.State = 2 AND NEW.Lane = 1");
        var item = bot.Publish();
        await world.WaitForPushAsync(EndToEnd.Ben, item.Title);
        await world.WaitForPushAsync(EndToEnd.Olena, item.Title);
        await world.AskAsync(EndToEnd.Ben, "/topics"); // what cannot be recorded holds up nothing else
        await bot.KillAsync();
        Assert.Equal(2, await store.CountAsync("Deliveries WHERE State = 1 AND Lane = 1"));

        // Both are sent once more, as nobody can tell; and both say so.
        await bot.StartFreeAsync();
        await store.HasAsync(before + 2, $"{NewsInDoubt} AND State = 2");
        Assert.Equal((2, 2), await bot.PushesAsync(item));
    }

    [Fact]
    public async Task Outcome_recorded()
    {
        var before = await store.CountAsync(NewsInDoubt);
        var item = bot.Publish();
        Assert.Equal((1, 1), await bot.PushesAsync(item));
        await bot.KillAsync();

        await IsPushedOnceAfterTheRestartAsync(item);
        Assert.Equal(before, await store.CountAsync(NewsInDoubt));
    }

    [Fact]
    public async Task Command_stored_and_not_handled()
    {
        await store.BarAsync("UPDATE ON InboxUpdates");
        var asked = await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/topics", world.Limit);
        await store.HasAsync(1, "InboxUpdates WHERE HandledAt IS NULL");
        await world.HasAcknowledgedUpdatesAsync();
        await bot.KillAsync();

        await IsAnsweredOnceAfterTheRestartAsync(asked);
    }

    [Fact]
    public async Task Command_handled_and_its_answer_not_sent()
    {
        await store.BarAsync("UPDATE ON Deliveries WHEN NEW.State = 1 AND NEW.Lane = 0");
        var asked = await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/topics", world.Limit);
        await store.HasAsync(1, "Deliveries WHERE State = 0 AND Lane = 0");
        await bot.KillAsync();

        await IsAnsweredOnceAfterTheRestartAsync(asked);
    }

    [Fact]
    public async Task Message_edited_and_that_not_recorded()
    {
        var message = await world.AskAsync(EndToEnd.Ben, "/topics");
        await store.BarAsync("UPDATE ON Deliveries WHEN NEW.State = 2 AND NEW.EditsMessageId IS NOT NULL");
        await store.DoAsync(
            """
            INSERT INTO Deliveries (ChatId, ThreadId, Lane, CarriedId, Part, Body, EditsMessageId, State, Due, Attempts, UnknownAttempts, CreatedAt)
            VALUES ($chat, 0, 0, -1, 0, $body, $message, 0, 0, 0, 0, 0)
            """,
            ("$chat", EndToEnd.Ben),
            ("$body", MessageJson.Write(MessageBuilder.Plain("Edited"))),
            ("$message", message.MessageId));
        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, messageView => messageView.MessageId == message.MessageId && messageView.Text == "Edited", world.Limit);
        await bot.KillAsync();
        var messages = (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count;

        // The edit is made once more, which Telegram refuses as no change: that is a success.
        await bot.StartFreeAsync();
        await store.HasAsync(1, "Deliveries WHERE EditsMessageId IS NOT NULL AND State = 2 AND UnknownAttempts = 1");
        Assert.Equal(messages, (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Count);
    }

    private async Task IsPushedOnceAfterTheRestartAsync(NewsItem item)
    {
        await bot.StartFreeAsync();
        Assert.Equal((1, 1), await bot.PushesAsync(item));
    }

    private async Task IsAnsweredOnceAfterTheRestartAsync(MessageView asked)
    {
        await bot.StartFreeAsync();
        await world.Sandbox.Client.WaitForMessageAsync(asked.ChatId, IsAnswer, world.Limit);
        await store.HasAsync(0, "Deliveries WHERE State IN (0, 1)");
        Assert.Single(await world.Sandbox.Client.GetMessagesAsync(asked.ChatId, world.Limit), IsAnswer);

        bool IsAnswer(MessageView message) => message.IsByBot && message.MessageId > asked.MessageId;
    }
}
