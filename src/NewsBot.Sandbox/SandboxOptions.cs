using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Sandbox.Limits;

namespace NewsBot.Sandbox;

/// <summary>How the Sandbox is set up. The limits are those of https://core.telegram.org/bots/faq; 0 switches a limit off.</summary>
public sealed partial record SandboxOptions
{
    /// <summary>The only token the Sandbox answers to, <c>number:secret</c>; the secret must contain "sandbox", so that a real token can never be put here.</summary>
    public string Token { get; init; } = "1000001:sandbox-token-for-this-machine-only";

    public string BotUserName { get; init; } = "NewsBotSandboxBot";

    public string BotName { get; init; } = "NewsBot";

    /// <summary>Messages a second over all chats.</summary>
    public int GlobalPerSecond { get; init; } = 30;

    /// <summary>How the global limit counts; Telegram does not say which model it uses.</summary>
    public RateModel GlobalModel { get; init; } = RateModel.SlidingWindow;

    /// <summary>Messages a second over all chats that allow_paid_broadcast pays for; they are counted apart from the others.</summary>
    public int PaidPerSecond { get; init; } = 1000;

    /// <summary>Messages a second to one private chat, after a burst of <see cref="PrivateBurst"/>.</summary>
    public int PrivatePerSecond { get; init; } = 1;

    public int PrivateBurst { get; init; } = 3;

    /// <summary>Messages a minute to one group, supergroup or channel.</summary>
    public int GroupPerMinute { get; init; } = 20;

    /// <summary>Edits a minute in one group, supergroup or channel, counted apart from its messages.</summary>
    public int GroupEditsPerMinute { get; init; } = 20;

    /// <summary>True switches off privacy mode: then the bot sees every text of a group, not commands and replies to it alone.</summary>
    public bool ReadsAllGroupMessages { get; init; }

    /// <summary>Start with Olena (the admin), Ben (1002) and the group Newsroom (-2001) of the two.</summary>
    public bool DemoPeople { get; init; } = true;

    /// <summary>The id of the person who is the bot's admin: Olena, when <see cref="DemoPeople"/> is set.</summary>
    public long AdminId { get; init; } = 1001;

    /// <summary>In a container: callers have the container engine's address, which publishes the port on the machine's own alone.</summary>
    public bool IsBehindPublishedPort { get; init; }

    /// <summary>The only scheme, host and port that setWebhook takes; null for any of this machine's.</summary>
    public Uri? WebhookOrigin { get; init; }

    internal long BotId => long.Parse(Token.AsSpan(0, Token.IndexOf(':', StringComparison.Ordinal)), CultureInfo.InvariantCulture);

    /// <exception cref="ArgumentException">The token is not one of the Sandbox's own form.</exception>
    internal void Validate()
    {
        if (!SandboxToken().IsMatch(Token))
        {
            throw new ArgumentException("The Sandbox takes a token of the form 1000001:…sandbox…, and never a real one.", nameof(Token));
        }
    }

    [GeneratedRegex("^[0-9]{1,15}:[A-Za-z0-9_-]*sandbox[A-Za-z0-9_-]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SandboxToken();
}
