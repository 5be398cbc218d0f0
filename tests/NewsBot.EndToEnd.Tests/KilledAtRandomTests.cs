using System.Globalization;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;

namespace NewsBot.EndToEnd.Tests;

public sealed class KilledAtRandomTests
{
    /// <summary>How many kills.</summary>
    private static readonly int Rounds = LongRun.Choose(3, 20);

    private static readonly long[] People = [EndToEnd.Ben, EndToEnd.Olena];

    // Limits would make a test of many rounds wait, and are tested elsewhere.
    private static readonly SandboxOptions WithoutLimits = new() { GlobalPerSecond = 0, PrivatePerSecond = 0 };

    [Fact]
    public async Task Killed_at_any_moment_it_pushes_and_answers_everything_and_doubles_only_what_it_calls_doubtful()
    {
        await using var world = await EndToEnd.StartAsync(options: WithoutLimits, limit: TimeSpan.FromMinutes(5) + Rounds * TimeSpan.FromSeconds(30));
        var store = new StoreFile(world.StoreFile, world.Limit);
        var random = new Random(20261124);
        var news = new List<NewsItem>();
        var questions = new List<MessageView>();
        using (await StartAsync(world))
        {
            foreach (var person in People)
            {
                await world.AskAsync(person, "/subscribe NATO");
            }
        }

        // A kill should find some of them on their way.
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Latency, "sendMessage", Times: int.MaxValue, LatencyMilliseconds: 150), world.Limit);
        for (var round = 0; round < Rounds; round++)
        {
            using var bot = Start(world);
            await world.Newsroom.PolledAsync(1, world.Limit);
            for (var number = 0; number < 3; number++)
            {
                news.Add(SomeNews.Number(news.Count));
                world.Newsroom.Publish(news[^1]);
                questions.Add(await world.Sandbox.Client.SendTextAsync(People[number % 2], "/topics", world.Limit));
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(700)), TimeProvider.System, world.Limit);
            }

            await bot.KillAsync(world.Limit);
        }

        using var last = await StartAsync(world);
        await store.HasAsync(news.Count * People.Length, "Deliveries WHERE Lane = 1 AND State IN (2, 4)");
        await store.HasAsync(questions.Count + People.Length, "Deliveries WHERE Lane = 0 AND State IN (2, 4)");
        foreach (var person in People)
        {
            await EverythingCameAsync(world, store, person, news, questions.Count(question => question.ChatId == person));
        }
    }

    private static async Task EverythingCameAsync(EndToEnd world, StoreFile store, long person, List<NewsItem> news, int questions)
    {
        var messages = (await world.Sandbox.Client.GetMessagesAsync(person, world.Limit)).Where(message => message.IsByBot).ToList();
        var pushes = (await world.PushesAsync(person)).Count;
        var missing = news.Count(item => !messages.Exists(message => message.Text.StartsWith(item.Title, StringComparison.Ordinal)));
        Assert.InRange(missing, 0, await AreAsync(1, news.Count, pushes));
        await AreAsync(0, 1 + questions, messages.Count - pushes);

        // Of each delivery there is one message, and one more for each attempt of which nobody knows. One that was killed twice on its
        // way is called unknown and not tried again. Returns how many were.
        async Task<int> AreAsync(int lane, int owed, int came)
        {
            var doubtful = await AskAsync($"SELECT TOTAL(UnknownAttempts) FROM Deliveries WHERE ChatId = {person} AND Lane = {lane}");
            var unknown = await AskAsync($"SELECT COUNT(*) FROM Deliveries WHERE ChatId = {person} AND Lane = {lane} AND State = 4 AND UnknownAttempts = 2");
            TestContext.Current.SendDiagnosticMessage("Lane {0} of {1}: {2} owed, {3} came, {4} doubtful, {5} unknown", lane, person, owed, came, doubtful, unknown);
            Assert.InRange(came, owed - unknown, owed + doubtful);
            return unknown;
        }

        async Task<int> AskAsync(string question)
        {
            await using var connection = await store.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = question;
            return Convert.ToInt32(await command.ExecuteScalarAsync(world.Limit), CultureInfo.InvariantCulture);
        }
    }

    private static async Task<BotProcess> StartAsync(EndToEnd world)
    {
        var bot = Start(world);
        await world.Newsroom.PolledAsync(2, world.Limit);
        return bot;
    }

    private static BotProcess Start(EndToEnd world) => BotProcess.Start(["run"], new Dictionary<string, string?>(world.Settings)
    {
        ["Telegram:MessagesPerSecond"] = "200",
        ["Telegram:MessagesPerSecondPerChat"] = "30",
    });
}
