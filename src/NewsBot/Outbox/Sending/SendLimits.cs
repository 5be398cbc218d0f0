using System.ComponentModel.DataAnnotations;

namespace NewsBot.Outbox.Sending;

/// <summary>Settings under <c>Telegram</c> about the ceilings of sending (Bot API FAQ, "My bot is hitting limits").</summary>
internal sealed class SendLimits
{
    public const string Section = "Telegram";

    // Bot API, allow_paid_broadcast.
    private const int PaidMessagesPerSecond = 1000;

    /// <summary>Ceiling over all chats, in messages a second.</summary>
    [Range(1, 1000)]
    public int MessagesPerSecond { get; set; } = 30;

    /// <summary>Ceiling of one chat, in messages a second, after a short burst.</summary>
    [Range(1, 30)]
    public int MessagesPerSecondPerChat { get; set; } = 1;

    /// <summary>Ceiling of one group or channel, in messages a minute; as many edits are counted apart from them.</summary>
    [Range(1, 60)]
    public int MessagesPerMinutePerGroup { get; set; } = 20;

    /// <summary>Whether messages above the free ceiling are paid for in Stars: 1000 a second then, in place of <see cref="MessagesPerSecond"/>.</summary>
    public bool PaidBroadcast { get; set; }

    /// <summary>The ceiling over all chats that holds.</summary>
    public int Ceiling => PaidBroadcast ? PaidMessagesPerSecond : MessagesPerSecond;
}
