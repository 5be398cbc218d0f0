using System.ComponentModel.DataAnnotations;

namespace NewsBot.Outbox;

/// <summary>Settings under <c>Telegram</c> about the ceilings of sending (Bot API FAQ, "My bot is hitting limits").</summary>
internal sealed class SendLimits
{
    public const string Section = "Telegram";

    /// <summary>Ceiling over all chats, in messages a second.</summary>
    [Range(1, 1000)]
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Ceiling of one private chat, in messages a second.</summary>
    [Range(1, 30)]
    public int MessagesPerSecondPerChat { get; set; } = 1;

    /// <summary>Ceiling of one group, in messages a minute.</summary>
    [Range(1, 60)]
    public int MessagesPerMinutePerGroup { get; set; } = 20;
}
