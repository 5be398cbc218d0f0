using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Articles;
using NewsBot.Hosting;
using NewsBot.Outbox;
using NewsBot.Sandbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Storage;
using NewsBot.Stories;

namespace NewsBot.Benchmarks.Sending;

/// <summary>How soon an article that was stored is on its way: with nothing else to do, and in the middle of a broadcast to a million.</summary>
internal static class NewsRun
{
    private const int Articles = 100;
    private const int Recipients = 1_000_000;
    private const int Followers = 300;

    public static async Task RunAsync()
    {
        await UnloadedAsync();
        await DuringBroadcastAsync();
    }

    /// <summary>Article number n is about topic number n, which person number n follows.</summary>
    private static async Task UnloadedAsync()
    {
        await using var world = await SendingWorld.StartAsync(new SandboxOptions(), new Latency(), Articles + 1);
        for (var number = 1; number <= Articles; number++)
        {
            AddTopic(world, number, $"harbour{number} festival");
            AddFollowers(world, number, number, 1);
        }

        await world.StartServiceAsync();
        await ArriveAsync(world, 1);
        var taken = new List<double>();
        for (var number = 2; number <= Articles; number++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(150), TimeProvider.System);
            taken.Add(await ArriveAsync(world, number));
        }

        taken.Sort();
        Console.WriteLine($"article stored to first send, unloaded: p50 {taken[taken.Count / 2]:F0} ms, p99 {taken[(int)(taken.Count * 0.99)]:F0} ms");
    }

    private static async Task DuringBroadcastAsync()
    {
        await using var world = await SendingWorld.StartAsync(new SandboxOptions(), new Latency(), Recipients, inSandbox: false);
        foreach (var some in Enumerable.Range(0, 5000).Chunk(64))
        {
            await Task.WhenAll(some.Select(index => world.Sandbox.Client.AddPersonAsync(new NewPerson("Reader", Id: SendingWorld.FirstChat + index, HasStarted: true))));
        }

        AddTopic(world, 1, "harbour1 festival");
        AddFollowers(world, 1, 1000, Followers);
        world.Owe(Lane.Broadcast, Recipients, 1);
        await world.StartServiceAsync();
        await world.UntilAcceptedAsync(60);
        var events = (await world.Sandbox.Client.GetWorldAsync()).LastEventId;
        var first = await ArriveAsync(world, 1);
        var (news, others) = (0, 0);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        await foreach (var happened in world.Sandbox.Client.ReadEventsAsync(events, limit.Token))
        {
            if (happened.Message is { IsByBot: true } message && happened.Type == SandboxEvent.Posted)
            {
                var isNews = message.Text.StartsWith("Harbour1", StringComparison.Ordinal);
                news += isNews ? 1 : 0;
                others += !isNews && news > 0 ? 1 : 0;
                if (news >= Followers - 20)
                {
                    break;
                }
            }
        }

        Console.WriteLine($"news during a broadcast to {Recipients:N0}: first send after {first:F0} ms, {(double)news / (news + others):P0} of the slots");
    }

    public static void AddTopic(SendingWorld world, int id, string query) =>
        world.Do($"INSERT INTO \"Topics\" (\"Id\", \"Name\", \"Query\", \"CreatedAt\") VALUES ({id}, '{query}', '{query}', 0)");

    public static void AddMatch(SendingWorld world) => world.Do(
        """
        INSERT INTO "Stories" ("Id", "CreatedAt") VALUES (1, 0);
        INSERT INTO "Articles" ("Id", "Address", "Title", "Text", "Authors", "Tags", "Publisher", "FirstSeenAt", "Fingerprint", "StoryId", "IsNews", "MatchedAt")
            VALUES (1, 'http://127.0.0.1/1', 'Harbour festival', 'The harbour festival begins.', '[]', '[]', 'Gazette', 0, x'00', 1, 1, 0);
        INSERT INTO "Matches" ("Id", "ArticleId", "StoryId", "TopicId", "Level", "Score", "CreatedAt", "FanOutCursor", "Why") VALUES (1, 1, 1, 1, 2, 1, 0, 0, '[]')
        """);

    private static void AddFollowers(SendingWorld world, int topic, int from, int count) => world.Do(
        $"""
        INSERT INTO "Subscriptions" ("SubscriberId", "TopicId", "Level", "CreatedAt")
        SELECT "Id", {topic}, 1, 0 FROM "Subscribers" WHERE "Id" >= {from} AND "Id" < {from + count}
        """);

    /// <summary>Stores an article as the reading stage does. Returns the milliseconds until a chat has the push.</summary>
    private static async Task<double> ArriveAsync(SendingWorld world, int number)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"Harbour{number} festival opens its doors");
        var services = world.Service.Services;
        var events = (await world.Sandbox.Client.GetWorldAsync()).LastEventId;
        await using (var db = await services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<NewsDb>>().CreateDbContextAsync(default))
        {
            var story = new Story { CreatedAt = TimeProvider.System.GetUtcNow() };
            db.Add(story);
            await db.SaveChangesAsync();
            db.Add(new Article
            {
                Address = $"http://127.0.0.1/{number}",
                Title = title,
                Text = $"The harbour{number} festival opened its doors on Monday. Many people came to the harbour{number} festival.",
                Publisher = "Gazette",
                FirstSeenAt = TimeProvider.System.GetUtcNow(),
                Fingerprint = BitConverter.GetBytes(number),
                StoryId = story.Id,
                IsNews = true,
            });
            await db.SaveChangesAsync();
        }

        var start = Stopwatch.GetTimestamp();
        services.GetRequiredService<WorkSignal<Article>>().Notify();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var happened in world.Sandbox.Client.ReadEventsAsync(events, limit.Token))
        {
            if (happened.Message is { IsByBot: true } message && message.Text.StartsWith(title, StringComparison.Ordinal))
            {
                return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        return double.NaN;
    }
}
