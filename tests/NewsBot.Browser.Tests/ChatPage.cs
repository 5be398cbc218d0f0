using System.Globalization;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace NewsBot.Browser.Tests;

/// <summary>The chat page as a person handles it. What is waited for has a hang limit, and no figure.</summary>
internal sealed class ChatPage(ChromeDriver driver)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>What the page's head says of the chat: "with the bot", "has blocked the bot".</summary>
    public string State => Element("chat-state").Text;

    public Uri Address => new(driver.Url);

    /// <summary>The errors of the page's scripts and of what it loads.</summary>
    public IReadOnlyList<string> Errors =>
        [.. driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    public void Open(Uri address)
    {
        driver.Navigate().GoToUrl(address);
        Until("the page to be ready", () => Script<string?>("return document.body.dataset.ready") == "true");
    }

    /// <summary>Adds a person, whose chat opens by itself.</summary>
    public void AddPerson(string name)
    {
        Click("add-person");
        Element("person-name").SendKeys(name);
        Click("person-add");
        Until($"the chat of {name}", () => Element("chat-title").Text == name);
    }

    public void AddGroup(string title, string kind)
    {
        Click("add-group");
        Element("group-title").SendKeys(title);
        Element("group-kind").FindElement(By.CssSelector($"option[value='{kind}']")).Click();
        Click("group-add");
        Until($"the chat of {title}", () => Element("chat-title").Text == title);
    }

    public void Choose(string title)
    {
        ClickFirst($"{title} in the list", () => All("chat").Where(chat => chat.FindElement(By.CssSelector(".name")).Text.StartsWith(title, StringComparison.Ordinal)));
        Until($"the chat of {title}", () => Element("chat-title").Text == title);
    }

    /// <summary>Types a text, sends it and waits for the bot's next message that fits. Returns the message's text.</summary>
    public string Ask(string text, string answer)
    {
        var last = LastId();
        Element("composer-text").SendKeys(text);
        Click("send");
        return WaitForMessage(answer, last);
    }

    /// <summary>The text of the bot's message that holds these words and came after a message.</summary>
    public string WaitForMessage(string words, int after = 0)
    {
        var found = "";
        Until($"a message with \"{words}\"", () => Messages(after).FirstOrDefault(text => text.Contains(words, StringComparison.Ordinal)) is { } text && (found = text).Length > 0);
        return found;
    }

    /// <summary>Presses the newest button that says so.</summary>
    public void Press(string label) => ClickFirst($"a button \"{label}\"", () => All("button").Reverse().Where(button => button.Text == label));

    public void Click(string id) => Element(id).Click();

    public void Until(string what, Func<bool> holds)
    {
        var wait = new WebDriverWait(driver, Limit);
        // An element may be drawn anew between finding it and asking it.
        wait.IgnoreExceptionTypes(typeof(StaleElementReferenceException), typeof(NoSuchElementException));
        try
        {
            wait.Until(_ => holds());
        }
        catch (WebDriverTimeoutException)
        {
            Assert.Fail($"Waited for {what}. The page says: {Script<string>("return document.body.innerText")}");
        }
    }

    // Found and clicked in one try: the lists are drawn anew whenever something happens.
    private void ClickFirst(string what, Func<IEnumerable<IWebElement>> find) => Until(what, () =>
    {
        if (find().FirstOrDefault() is not { } element)
        {
            return false;
        }

        element.Click();
        return true;
    });

    /// <summary>The size of a phone held upright, for the page and what it asks of it.</summary>
    public void BecomePhone() => driver.ExecuteCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        new Dictionary<string, object?> { ["width"] = 390, ["height"] = 844, ["deviceScaleFactor"] = 2, ["mobile"] = true });

    /// <summary>Elements that stand out of the screen at the right, by tag and class.</summary>
    public IReadOnlyList<string> Overflowing() => [.. Script<IReadOnlyCollection<object>>(
        "return [...document.body.querySelectorAll('*')].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)"
        + ".map(element => element.tagName + '.' + element.className)").Select(element => $"{element}")];

    public bool Scrolls() => Script<bool>("return document.scrollingElement.scrollWidth > innerWidth");

    /// <summary>Whether the newest message is on the screen as far as it goes.</summary>
    public bool IsAtEnd() => Script<bool>("const list = document.getElementById('messages'); return list.scrollHeight - list.scrollTop - list.clientHeight < 2");

    public IWebElement Element(string id) => driver.FindElement(By.CssSelector($"[data-testid='{id}']"));

    public IReadOnlyList<IWebElement> All(string id) => driver.FindElements(By.CssSelector($"[data-testid='{id}']"));

    // One question to the page, so that no message is drawn anew half-way.
    private IEnumerable<string> Messages(int after) => Script<IReadOnlyCollection<object>>(
        "return [...document.querySelectorAll(\"[data-testid='message'][data-from='bot']\")].filter(message => Number(message.dataset.messageId) > arguments[0]).map(message => message.innerText)",
        after).Select(text => $"{text}");

    private int LastId() => Convert.ToInt32(
        Script<object>("return Math.max(0, ...[...document.querySelectorAll(\"[data-testid='message']\")].map(message => Number(message.dataset.messageId)))"), CultureInfo.InvariantCulture);

    private T Script<T>(string script, params object[] arguments) => (T)driver.ExecuteScript(script, arguments)!;
}
