using NewsBot.Sandbox;

namespace NewsBot.EndToEnd.Tests;

public abstract class KilledBroadcastTests(UpdatesBy updates)
{
    private static readonly int Chats = LongRun.Choose(400, 2_000);
    private static readonly int Blocked = Chats / 20;
    private const string Text = "The bot moves to a new house";

    /// <summary>Thousands of messages are minutes of a busy machine.</summary>
    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(8);

    [Fact]
    public async Task Killed_twice_it_reaches_everyone_at_most_once_and_reports_what_it_cannot_know()
    {
        await using var world = await EndToEnd.StartAsync(updates, new SandboxOptions { GlobalPerSecond = 150 }, Ample);
        using (var bot = await world.StartBotAsync(("Telegram:MessagesPerSecond", "120")))
        {
            await world.AddChatsAsync(Chats);

            // Telegram tells the bot of these only when it writes to them.
            await Task.WhenAll(Enumerable.Range(0, Blocked).Select(index => world.Sandbox.Client.DeactivateAsync(Announcing.FirstChat + (index * Chats / Blocked), world.Limit)));
            await world.PressAsync(await world.DraftAsync(Text), "send");
            await world.StoredAsync(Ended, ended => ended > Chats / 5);
            await bot.KillAsync(world.Limit);
        }

        using (var again = await world.StartBotAsync(("Telegram:MessagesPerSecond", "120")))
        {
            await world.StoredAsync(Ended, ended => ended > Chats * 3 / 5);
            await again.KillAsync(world.Limit);
        }

        using var last = await world.StartBotAsync(("Telegram:MessagesPerSecond", "120"));
        var report = (await world.ReportedAsync()).Text;

        var (sent, blocked, unknown) = (Count(world, 2), Count(world, 5), Count(world, 4));
        Assert.Contains($"Recipients: {Chats:N0}\nSent: {sent:N0}\nBlocked: {blocked}\nFailed: 0\nUnknown: {unknown}", report, StringComparison.Ordinal);
        Assert.Equal(Chats, sent + blocked + unknown);
        Assert.InRange(blocked, Blocked - unknown, Blocked);
        var arrived = 0;
        for (var chat = Announcing.FirstChat; chat < Announcing.FirstChat + Chats; chat++)
        {
            var times = await world.TimesAsync(chat, Text);
            Assert.InRange(times, 0, 1);
            arrived += times;
            Assert.True(times == 1 || world.Ask($"SELECT State FROM Deliveries WHERE Lane = 3 AND ChatId = {chat}") is 4 or 5, $"Chat {chat} goes without, and nobody knows");
        }

        Assert.InRange(arrived, sent, sent + unknown);
    }

    private const string Ended = "SELECT COUNT(*) FROM Deliveries WHERE Lane = 3 AND State > 1";

    private static long Count(EndToEnd world, int state) => world.Ask($"SELECT COUNT(*) FROM Deliveries WHERE Lane = 3 AND State = {state}");
}

public sealed class KilledBroadcastByPollingTests() : KilledBroadcastTests(UpdatesBy.Polling);

public sealed class KilledBroadcastByWebhookTests() : KilledBroadcastTests(UpdatesBy.Webhook);
