using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sandbox.Control;
using NewsBot.Sandbox.Faults;
using NewsBot.Sources;

namespace NewsBot.EndToEnd.Tests;

/// <summary>One person's slow presses, flood and slow sites cost nobody else a reply.</summary>
public sealed class NobodyWaitsTests
{
    private const int Asked = 12;

    private static readonly Texts English = Texts.For("en");

    [Fact]
    public async Task While_three_presses_hang_everybody_else_is_answered_in_other_chats_and_in_the_same()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        var group = (await world.Sandbox.Client.GetWorldAsync(world.Limit)).Chats.First(chat => chat.Id < 0).Id;
        await world.AskAsync(EndToEnd.Olena, "/subscribe NATO");
        var botName = (await world.Sandbox.Client.GetWorldAsync(world.Limit)).Bot.UserName;
        await world.Sandbox.Client.SendTextAsync(new NewText(group, EndToEnd.Olena, $"/help@{botName}"), world.Limit);
        var below = await world.Sandbox.Client.WaitForMessageAsync(group, message => message.IsByBot, world.Limit);
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Hang, "getChatMember", group, Times: 9), world.Limit);
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.Hang, "answerCallbackQuery", Times: 3), world.Limit);
        List<PressView> presses = [];
        for (var press = 0; press < 3; press++)
        {
            presses.Add(await world.Sandbox.Client.PressAsync(new NewPress(group, EndToEnd.Ben, below.MessageId, "unsubscribe:page 1"), world.Limit));
        }

        var waits = await AskAsync(world, EndToEnd.Olena, "/topics");
        var help = await world.Sandbox.Client.SendTextAsync(new NewText(group, EndToEnd.Olena, $"/help@{botName}"), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(group, message => message.IsByBot && message.MessageId > help.MessageId, world.Limit);

        // Each of them hangs for 15 s, three times over: had anybody waited for one, it would be handled by now.
        Assert.True(await world.ReadAsync(db => db.InboxUpdates.AnyAsync(update => update.HandledAt == null, world.Limit)));
        Tell("three presses hang", waits);
    }

    [Fact]
    public async Task One_who_floods_is_told_once_and_everybody_else_is_answered_meanwhile()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync(("Commands:PerMinutePerPerson", "20"));
        await world.AskAsync(EndToEnd.Olena, "/subscribe NATO");
        await Parallel.ForAsync(0, 5_000, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = world.Limit }, async (_, stop) =>
            await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, "/latest NATO", stop));

        var waits = await AskAsync(world, EndToEnd.Olena, "/topics");
        await world.HasAcknowledgedUpdatesAsync();
        await world.UntilAsync(async db => !await db.InboxUpdates.AnyAsync(update => update.HandledAt == null, world.Limit));
        await world.UntilAsync(async db => !await db.Deliveries.AnyAsync(delivery => delivery.FinishedAt == null, world.Limit));

        var answers = (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Where(message => message.IsByBot).ToList();
        Assert.InRange(answers.Count(message => message.Text == English.TooMuchAtOnce), 1, 5); // once a minute
        Assert.InRange(answers.Count, 21, 200);
        Tell("one person sends 5,000 commands", waits);
    }

    [Fact]
    public async Task Searches_of_sites_that_hang_delay_no_other_search()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        world.Newsroom.HoldPage("slow");
        var slow = new UriBuilder(new Uri(world.Newsroom.Feed, "/news/slow")) { Host = "localhost" }.Uri.ToString(); // Another host than Ben's.
        var people = new List<long>();
        for (var person = 0; person < 3; person++)
        {
            people.Add((await world.Sandbox.Client.AddPersonAsync(new NewPerson($"Person {person}", HasStarted: true), world.Limit)).Id);
            await world.Sandbox.Client.SendTextAsync(people[^1], slow, world.Limit);
        }

        await world.UntilAsync(async db => await db.Lookups.CountAsync(world.Limit) == 3);
        await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, world.Newsroom.Feed.ToString(), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Ben, message => message.IsByBot && message.Text.StartsWith("Found a feed", StringComparison.Ordinal), world.Limit);
        Assert.Equal(3, await world.ReadAsync(db => db.Lookups.CountAsync(lookup => lookup.DoneAt == null, world.Limit)));
        world.Newsroom.ReleasePages();
    }

    [Fact]
    public async Task An_administrator_is_recognised_after_a_failure_of_Telegrams()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        var group = (await world.Sandbox.Client.GetWorldAsync(world.Limit)).Chats.First(chat => chat.Id < 0).Id;
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.BadGateway, "getChatMember", group), world.Limit);
        await world.Sandbox.Client.AddFaultAsync(new Fault(FaultKind.TooManyRequests, "getChatMember", group), world.Limit);
        await world.Sandbox.Client.SendTextAsync(new NewText(group, EndToEnd.Olena, "/subscribe NATO"), world.Limit);
        await world.Sandbox.Client.WaitForMessageAsync(group, message => message.IsByBot && message.Text.StartsWith("You now follow NATO", StringComparison.Ordinal), world.Limit);
    }

    private static async Task<List<TimeSpan>> AskAsync(EndToEnd world, long person, string text)
    {
        List<TimeSpan> waits = [];
        for (var number = 0; number < Asked; number++)
        {
            var start = Stopwatch.GetTimestamp();
            await world.AskAsync(person, text);
            waits.Add(Stopwatch.GetElapsedTime(start));
        }

        return waits;
    }

    private static void Tell(string what, List<TimeSpan> waits) => TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"While {what}: {waits.Count} replies, median {waits.Order().ElementAt(waits.Count / 2).TotalMilliseconds:N0} ms, longest {waits.Max().TotalMilliseconds:N0} ms"));
}
