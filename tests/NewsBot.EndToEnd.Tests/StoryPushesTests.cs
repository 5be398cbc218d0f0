using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

/// <summary>One push for an event, however many report it, and none lost that tells of another.</summary>
public sealed class StoryPushesTests
{
    [Fact]
    public async Task Four_publishers_give_one_push_and_another_event_of_the_same_people_a_second()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe Petra Lund");
        Publish(world, "dagen", "Ostvia's finance minister Petra Lund quits over tax leak", "Petra Lund has resigned as finance minister of Ostvia. A list of tax debtors had reached the newspaper Dagen from her office. Prime minister Nils Aker accepted the resignation on Tuesday and named Greta Moe as acting minister.");
        await WaitForPushAsync(world, "Petra Lund quits");
        Publish(world, "varby", "Petra Lund steps down in Ostvia after list of tax debtors is leaked", "The finance minister of Ostvia, Petra Lund, stepped down on Tuesday after names of tax debtors were leaked to Dagen. Nils Aker, the prime minister, thanked her. Greta Moe leads the ministry for now.");
        Publish(world, "hemsund", "Tax leak costs Petra Lund her post in Ostvia's cabinet", "Ostvia's cabinet loses Petra Lund: the finance minister resigned on Tuesday over the list of tax debtors that her office passed to the newspaper Dagen. Prime minister Nils Aker gave the ministry to Greta Moe for the time being.");
        Publish(world, "coast", "Greta Moe takes over from Petra Lund as Ostvia's finance minister falls over leak", "Greta Moe runs the finance ministry of Ostvia after Petra Lund resigned on Tuesday. A leak of tax debtors to Dagen had come from Lund's office. Prime minister Nils Aker spoke of a bitter day.");
        await WaitForSourcesAsync(world, 3);
        Assert.Single(await world.PushesAsync(EndToEnd.Ben));

        Publish(world, "arts", "Petra Lund opens her sculpture garden with Nils Aker", "Petra Lund has opened a garden of sculptures by the lake of Sandvik. Forty bronze herons stand between the birches, and Nils Aker cut the ribbon. Entrance is free until October, and a café serves waffles.");
        await WaitForPushAsync(world, "sculpture garden");
        Assert.Equal(2, (await world.PushesAsync(EndToEnd.Ben)).Count);
    }

    [Theory]
    [InlineData("Payment service", "down: cards refused", "The {0} has been down since {1} UTC. Customers in Larnow cannot pay by card, and shops ask for cash. Our engineers are looking into it.", "restored: cards accepted", "The {0} was restored at {1} UTC. Customers in Larnow can pay by card, and shops take them again. Our engineers keep watching it.")]
    [InlineData("Sandvik ferry", "suspended: high wind", "The {0} was suspended at {1} UTC. Waves at the pier of Larnow are too high for the ramp, and cars wait in lane three. The next notice follows.", "resumes: wind calms", "The {0} resumed at {1} UTC. The waves at the pier of Larnow are low enough for the ramp, and cars in lane three may board. The next notice follows.")]
    [InlineData("Menn gauge", "alarm: water rises", "The {0} passed the alarm mark of Larnow at {1} UTC. Residents of the lower street should move their cars. Sandbags lie behind the fire station.", "alarm lifted: water falls", "The {0} fell below the alarm mark of Larnow at {1} UTC. Residents of the lower street may bring their cars back. Sandbags can stay where they are.")]
    public async Task A_monitor_that_reports_the_next_outage_is_heard_each_time(string what, string failing, string failingText, string working, string workingText)
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        await world.AskAsync(EndToEnd.Ben, "/subscribe Larnow");
        (string State, string Text, string At)[] reports = [(failing, failingText, "09:10"), (working, workingText, "09:40"), (failing, failingText, "11:05"), (working, workingText, "11:20")];
        foreach (var (number, report) in reports.Index())
        {
            var text = string.Format(System.Globalization.CultureInfo.InvariantCulture, report.Text, what, report.At);
            world.Newsroom.Publish(new NewsItem($"report-{number}", $"{what} {report.State}", [text], TimeProvider.System.GetUtcNow()) { Publisher = "Larnow Status" });
            await WaitForPushAsync(world, report.At);
        }

        Assert.Equal(reports.Length, (await world.PushesAsync(EndToEnd.Ben)).Count);
    }

    private static void Publish(EndToEnd world, string source, string title, string text) =>
        world.Newsroom.Publish(new NewsItem(source, title, [text], TimeProvider.System.GetUtcNow()) { Publisher = $"The {source} paper" });

    private static Task<MessageView> WaitForPushAsync(EndToEnd world, string words) => world.Sandbox.Client.WaitForMessageAsync(
        EndToEnd.Ben, message => message.IsByBot && message.Text.Contains(words, StringComparison.Ordinal), world.Limit);

    /// <summary>Returns when the push names so many further sources.</summary>
    private static async Task WaitForSourcesAsync(EndToEnd world, int sources)
    {
        while (!(await world.PushesAsync(EndToEnd.Ben)).Any(push =>
            push.Text.Split('\n').Any(line => line.StartsWith("Also: ", StringComparison.Ordinal) && line.Split(", ").Length == sources)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, world.Limit);
        }
    }
}
