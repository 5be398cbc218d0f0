namespace NewsBot.Subscribers;

internal enum SubscriberState
{
    /// <summary>Can be written to.</summary>
    Active,

    /// <summary>Blocked the bot, left, was closed or deleted. Topics are kept; nothing is sent until they come back.</summary>
    Unreachable,
}
