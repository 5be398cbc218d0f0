using System.Text;
using NewsBot.Messages;
using NewsBot.Sandbox.Control;
using NewsBot.Sources;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Sources by way of a chat with the running program.</summary>
public sealed class AddingSourcesTests
{
    private static readonly Texts English = Texts.For("en");

    [Fact]
    public async Task Each_kind_of_address_gets_an_answer_that_helps()
    {
        await using var world = await EndToEnd.StartAsync();
        Offer(world, "two.html", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"/feed.xml\"><link rel=\"alternate\" type=\"application/rss+xml\" href=\"sport.xml\"></head></html>");
        Offer(world, "broken.html", "<html><head><link rel=\"alternate\" type=\"application/rss+xml\" href=\"nowhere.xml\"></head></html>");
        Offer(world, "sport.xml", "<rss version=\"2.0\"><channel><title>Sport</title><item><title>The home team wins</title><guid>1</guid></item></channel></rss>", "application/rss+xml");
        using var bot = await world.StartBotAsync();

        var two = await LookAsync(world, new Uri(world.Newsroom.Files, "two.html"));
        Assert.Equal([$"The Test Tribune ✓", English.AddFeedButton("Sport")], two.Buttons.Select(row => row[0].Text));
        Assert.Contains("• The home team wins", two.Text, StringComparison.Ordinal);
        Assert.Contains("nowhere.xml, which I can't read: 127.0.0.1 has nothing at this address (404 Not Found).", (await LookAsync(world, new Uri(world.Newsroom.Files, "broken.html"))).Text, StringComparison.Ordinal);
        Assert.Contains("The address answered a web page, not a feed.", (await LookAsync(world, world.Sandbox.Address)).Text, StringComparison.Ordinal);
        Assert.Contains("404 Not Found", (await LookAsync(world, new Uri(world.Newsroom.Files, "missing.html"))).Text, StringComparison.Ordinal);

        await world.Sandbox.Client.PressAsync(new NewPress(EndToEnd.Olena, EndToEnd.Olena, two.MessageId, two.Buttons[1][0].Data!), world.Limit);
        await ToldAsync(world, text => text == English.SourceAdded("Sport"));
        await world.UntilAsync(db => Task.FromResult(db.Sources.Any(source => source.Title == "Sport" && source.BaselineAt != null)));
    }

    [Fact]
    public async Task A_private_address_is_refused_with_the_reason()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = BotProcess.Start(["run"], new Dictionary<string, string?>(world.Settings) { ["Sources:AllowPrivateNetworks"] = "false" });

        await world.Sandbox.Client.SendTextAsync(EndToEnd.Olena, "http://169.254.169.254/latest/meta-data/", world.Limit);

        var answer = await ToldAsync(world, text => text.StartsWith("I couldn't find a feed", StringComparison.Ordinal));
        Assert.Contains("private or reserved network", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_a_thousand_feeds_is_taken_with_progress_and_a_report_and_given_out_again()
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        var good = Enumerable.Range(0, 950).Select(number => $"{world.Newsroom.Feed}?number={number}");
        var missing = Enumerable.Range(0, 30).Select(number => new Uri(world.Newsroom.Files, $"missing-{number}").ToString());
        var wrong = Enumerable.Range(0, 20).Select(number => $"feed number {number}");

        await world.Sandbox.Client.SendFileAsync(EndToEnd.Olena, new NewFile("feeds.opml", Opml([.. good, .. missing, .. wrong])), world.Limit);
        var added = await ToldAsync(world, text => text.Contains("980 added", StringComparison.Ordinal));
        var report = await ToldAsync(world, text => text.StartsWith("Import finished", StringComparison.Ordinal));

        Assert.Contains("20 entries have no usable feed address:\nfeed number 0\n", added.Text, StringComparison.Ordinal);
        Assert.Contains("950 working, 30 failing:", report.Text, StringComparison.Ordinal);
        Assert.Contains("missing-0: 127.0.0.1 has nothing at this address (404 Not Found).", report.Text, StringComparison.Ordinal);
        Assert.NotNull((await ToldAsync(world, text => text.StartsWith("Checked ", StringComparison.Ordinal))).EditedAt);

        await world.Sandbox.Client.SendTextAsync(EndToEnd.Olena, "/exportsources", world.Limit);
        var export = await ToldAsync(world, text => text == English.ExportCaption(981));
        Assert.Contains("?number=949\"", await world.Sandbox.Client.ReadFileAsync(export.File!, world.Limit), StringComparison.Ordinal);
    }

    private static async Task<MessageView> LookAsync(EndToEnd world, Uri address)
    {
        var asked = await world.Sandbox.Client.SendTextAsync(EndToEnd.Olena, address.ToString(), world.Limit);
        return await world.Sandbox.Client.WaitForMessageAsync(
            EndToEnd.Olena, message => message.IsByBot && message.MessageId > asked.MessageId && !message.Text.StartsWith("Looking for", StringComparison.Ordinal), world.Limit);
    }

    private static Task<MessageView> ToldAsync(EndToEnd world, Func<string, bool> fits) =>
        world.Sandbox.Client.WaitForMessageAsync(EndToEnd.Olena, message => message.IsByBot && fits(message.Text), world.Limit);

    private static void Offer(EndToEnd world, string name, string text, string type = "text/html") => world.Newsroom.Offer(name, Encoding.UTF8.GetBytes(text), type);

    private static string Opml(IEnumerable<string> addresses) =>
        $"<opml version=\"2.0\"><body>{string.Concat(addresses.Select(address => $"<outline type=\"rss\" text=\"A feed\" xmlUrl=\"{address}\"/>"))}</body></opml>";
}
