using NewsBot.Messages;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace NewsBot.Browser.Tests;

/// <summary>The program in its trial mode, and a person in front of its page.</summary>
public sealed class ChatPageTests : IAsyncLifetime
{
    private static readonly Texts English = Texts.For("en");

    private ChromeDriver? driver;
    private TrialProgram? program;
    private ChatPage? page;

    private ChatPage Page => page!;

    public async ValueTask InitializeAsync()
    {
        driver = Chromium.StartOrSkip();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        (program, var address) = await TrialProgram.StartAsync(limit.Token);
        page = new ChatPage(driver);
        Page.Open(address);
    }

    public ValueTask DisposeAsync()
    {
        KeepScreenshot();
        driver?.Dispose();
        program?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_newcomer_follows_a_topic_gets_its_news_and_learns_why()
    {
        Page.AddPerson("Halyna");

        Page.Ask("/subscribe NATO", English.NowFollowing("NATO"));
        var push = Page.WaitForMessage(English.ReadArticle);
        Assert.Contains("NATO", push, StringComparison.Ordinal);
        Page.Press(English.WhyButton);
        Page.WaitForMessage("Why you got");

        Assert.Empty(Page.Errors);
    }

    [Fact]
    public void Who_blocks_the_bot_and_comes_back_has_their_topics_still()
    {
        Page.AddPerson("Halyna");
        Page.Ask("/subscribe NATO", English.NowFollowing("NATO"));

        Page.Click("block");
        Page.Until("the block", () => Page.State == "has blocked the bot");
        Assert.False(Page.Element("composer-text").Enabled);
        Page.Click("block");
        Page.Until("the end of the block", () => Page.State == "with the bot" && Page.Element("composer-text").Enabled);

        Assert.Contains("NATO", Page.Ask("/topics", English.TopicsTitle(1)), StringComparison.Ordinal);
        Assert.Empty(Page.Errors);
    }

    [Fact]
    public void A_group_follows_what_its_owner_asks_for()
    {
        Page.AddGroup("Editors", "Group");

        Page.Ask("/subscribe Ukraine", English.NowFollowing("Ukraine"));
        Page.WaitForMessage(English.ReadArticle);
        Page.Until("the title in the card of the link", () => Page.Element("preview").FindElement(By.CssSelector(".headline")).Text.Contains(' '));

        Assert.True(Page.IsAtEnd());
        Assert.Empty(Page.Errors);
    }

    [Fact]
    public async Task The_admin_adds_a_site_by_its_address_and_a_list_by_its_file_and_gets_the_list_back()
    {
        Page.Choose("Olena");
        var feed = new Uri(Page.Address, "/news/feed.xml");
        var list = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.opml");
        await File.WriteAllTextAsync(list, $"<opml><body><outline xmlUrl=\"{feed}?copy=1\"/><outline xmlUrl=\"{feed}-missing\"/></body></opml>", TestContext.Current.CancellationToken);

        Page.Ask($"{feed}?copy=2", "Found a feed on");
        Page.Press("Add Sample news");
        Page.WaitForMessage("added. Items already in the feed");
        Page.Element("attach").SendKeys(list);
        Page.WaitForMessage("2 added.");
        Page.WaitForMessage("Import finished: 1 working, 1 failing:");
        Page.Ask("/exportsources", "(OPML).");

        Assert.Equal("sources.opml", Page.All("file")[^1].GetAttribute("download"));
        Assert.Empty(Page.Errors);
        File.Delete(list);
    }

    [Fact]
    public void The_admin_sends_an_announcement_to_everyone_and_reads_the_report()
    {
        foreach (var name in (string[])["Ben", "Olena"])
        {
            Page.Choose(name);
            Page.Ask("/start", English.Welcome[..20]);
        }

        Page.Ask("/broadcast The presses are cleaned on Sunday.", "This is the announcement");
        Page.Press(English.BroadcastSendButton(2));
        var report = Page.WaitForMessage("Recipients: ");
        Assert.Contains("Sent: 2", report, StringComparison.Ordinal);
        Page.Choose("Ben");
        Page.WaitForMessage("The presses are cleaned on Sunday.");

        Assert.Empty(Page.Errors);
    }

    [Fact]
    public void Publish_next_says_what_it_published()
    {
        Page.Click("publish-next");
        Page.Until("the title", () => Page.Element("toast").Text.StartsWith("Published: ", StringComparison.Ordinal));

        Assert.Empty(Page.Errors);
    }

    [Fact]
    public void On_a_phone_nothing_stands_out_of_the_screen()
    {
        Page.BecomePhone();
        Assert.False(Page.Scrolls());
        Assert.Empty(Page.Overflowing());
        Assert.NotEmpty(Page.All("admin-badge"));

        Page.Choose("Ben");
        Page.Ask("/subscribe NATO", English.NowFollowing("NATO"));
        Page.WaitForMessage(English.ReadArticle);
        Page.Press(English.WhyButton);
        Page.WaitForMessage("Why you got");
        Page.Ask($"/subscribe {new string('x', 60)}", "");

        Assert.False(Page.Scrolls());
        Assert.Empty(Page.Overflowing());
        Assert.Empty(Page.Errors);
    }

    // For people to look at, where a folder is named.
    private void KeepScreenshot()
    {
        if (Environment.GetEnvironmentVariable("NEWSBOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            driver?.GetScreenshot().SaveAsFile(Path.Combine(folder, $"{TestContext.Current.TestMethod?.MethodName}.png"));
        }
    }
}
