using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Chats;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

/// <summary>
/// Everything goes wrong by chance: 429, 500, 502, connections that end before and after the message arrived, answers that never
/// come, chats that are gone or move, and the process is killed again and again. NEWSBOT_LONG=1 makes it five thousand chats and ten kills.
/// </summary>
public sealed class ChaosTests
{
    private const int Each = 3;

    private static readonly int People = LongRun.Choose(198, 4950);
    private static readonly int Groups = People / 99;
    private static readonly int Kills = LongRun.Choose(2, 10);

    [Fact]
    public async Task Whatever_breaks_nobody_goes_without_and_only_what_is_recorded_as_doubtful_comes_twice()
    {
        await using var world = await EndToEnd.StartAsync(UpdatesBy.Polling, new SandboxOptions { GlobalPerSecond = 1000 }, TimeSpan.FromMinutes(LongRun.Choose(8, 20)));
        using (var migration = BotProcess.Start(["migrate"], SettingsOf(world)))
        {
            Assert.Equal(0, await migration.ExitAsync(world.Limit));
        }

        var gone = await AddChatsAsync(world);
        await world.Sandbox.Client.SetRandomFaultsAsync(new RandomFaults(0.02, [.. Enum.GetValues<FaultKind>().Except([FaultKind.Latency])]), world.Limit);
        var random = new Random(8);
        var total = Ask(world, "SELECT COUNT(*) FROM Deliveries WHERE Lane = 1");
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var bot = BotProcess.Start(["run"], SettingsOf(world));
            var enough = total * kill / (Kills + 2);
            await UntilAsync(world, () => Ask(world, "SELECT COUNT(*) FROM Deliveries WHERE Lane = 1 AND State > 1") >= enough);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200)), TimeProvider.System, world.Limit);
            await bot.KillAsync(world.Limit);
            Assert.InRange(Ask(world, "SELECT COUNT(*) FROM Deliveries WHERE State = 1"), 0, 1000);
        }

        using var last = BotProcess.Start(["run"], SettingsOf(world));
        await UntilAsync(world, () => Ask(world, "SELECT COUNT(*) FROM Deliveries WHERE State < 2") == 0);
        await AssertAsync(world, gone);
    }

    private static async Task AssertAsync(EndToEnd world, HashSet<long> gone)
    {
        var counters = await world.Sandbox.Client.GetCountersAsync(world.Limit);
        var times = counters.Duplicates.ToDictionary(duplicateText => (duplicateText.ChatId, duplicateText.Text), duplicateText => duplicateText.Times);
        var doubtsOfGone = new Dictionary<long, int>();
        var rows = Rows(world);
        Assert.Contains(rows, row => row.Doubts > 0); // Something did break.
        foreach (var row in rows)
        {
            if (gone.Contains(row.Chat))
            {
                Assert.True(row.State is 4 or 5, $"{row} is to a chat that is gone");
                doubtsOfGone[row.Chat] = doubtsOfGone.GetValueOrDefault(row.Chat) + row.Doubts;
                continue;
            }

            var arrived = (await world.Sandbox.Client.GetMessagesAsync(row.Chat, world.Limit)).Count(message => message.Text == row.Text);
            Assert.True(arrived >= 1 || (row.State == 4 && row.Doubts == 2), $"{row} never came");
            Assert.True(arrived <= 1 + row.Doubts, $"{row} came {arrived} times");
            Assert.True(row.State is 2 or 4, $"{row} did not end well");
        }

        Assert.All(times, pair => Assert.InRange(pair.Value, 2, 2));
        Assert.Empty(counters.OutOfOrderByChat);
        Assert.All(gone, chat => Assert.InRange(counters.TurnedAwayByChat.GetValueOrDefault(chat), 0, 1 + doubtsOfGone.GetValueOrDefault(chat)));
    }

    /// <summary>People, of whom a twentieth blocked the bot or deleted their account, and groups that all become supergroups. Returns who is gone.</summary>
    private static async Task<HashSet<long>> AddChatsAsync(EndToEnd world)
    {
        await world.AddChatsAsync(People);
        var gone = Enumerable.Range(0, People / 20).Select(index => Announcing.FirstChat + (index * 20)).ToHashSet();
        await Task.WhenAll(gone.Select((chat, index) => index % 2 == 0
            ? world.Sandbox.Client.BlockAsync(chat, world.Limit)
            : world.Sandbox.Client.DeactivateAsync(chat, world.Limit)));
        Ask(world, Owe($"SELECT {Announcing.FirstChat} + n AS Chat FROM (WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < {People}) SELECT n FROM number)"));
        for (var group = 0; group < Groups; group++)
        {
            var chat = await world.Sandbox.Client.AddChatAsync(new NewChat(ChatKind.Group, $"Group {group}", [EndToEnd.Ben], [EndToEnd.Olena]), world.Limit);
            Ask(world, Owe($"SELECT {chat.Id} AS Chat"));
            await world.Sandbox.Client.MigrateAsync(chat.Id, cancellation: world.Limit);
        }

        return gone;
    }

    private static string Owe(string chats) =>
        $$"""
        INSERT INTO Deliveries (ChatId, ThreadId, Lane, CarriedId, Part, Body, State, Due, Attempts, UnknownAttempts, CreatedAt)
        SELECT Chat, 0, 1, 1000 + part.n, 0, '{"spans":[{"text":"News #' || part.n || '"}],"rows":[]}', 0, 0, 0, 0, 0
        FROM (WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {{Each}}) SELECT n FROM number) AS part
        CROSS JOIN ({{chats}}) ORDER BY part.n
        """;

    private static Dictionary<string, string?> SettingsOf(EndToEnd world) =>
        new(world.Settings) { ["Telegram:MessagesPerSecond"] = "1000", ["Telegram:Admins:0"] = "999" };

    private static async Task UntilAsync(EndToEnd world, Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, world.Limit);
        }
    }

    private static long Ask(EndToEnd world, string question) => world.Ask(question);

    private static List<Row> Rows(EndToEnd world)
    {
        using var store = new SqliteConnection($"Data Source={world.StoreFile};Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "SELECT ChatId, 'News #' || (CarriedId - 1000), State, UnknownAttempts FROM Deliveries WHERE Lane = 1 ORDER BY Id";
        using var reader = command.ExecuteReader();
        var rows = new List<Row>();
        while (reader.Read())
        {
            rows.Add(new Row(reader.GetInt64(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return rows;
    }

    private sealed record Row(long Chat, string Text, int State, int Doubts)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"\"{Text}\" to {Chat} (state {State}, {Doubts} doubts)");
    }
}
