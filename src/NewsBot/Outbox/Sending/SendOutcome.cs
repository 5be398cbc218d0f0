namespace NewsBot.Outbox.Sending;

/// <summary>How a request to Telegram ended. The sender must choose between the cases, so they are values and not exceptions.</summary>
internal abstract record SendOutcome
{
    /// <summary>Telegram has it, under this id; 0 where it did not tell.</summary>
    internal sealed record Sent(int MessageId) : SendOutcome;

    /// <summary>The person blocked the bot, left, or is gone (403): their topics are kept, nothing is sent until they come back.</summary>
    internal sealed record Blocked(string Why) : SendOutcome;

    /// <summary>The group became a supergroup with this id.</summary>
    internal sealed record ChatMoved(long To) : SendOutcome;

    /// <summary>429: not before that long.</summary>
    internal sealed record Throttled(TimeSpan After) : SendOutcome;

    /// <summary>The forum thread was closed or deleted: it is sent to the forum itself.</summary>
    internal sealed record ThreadGone(string Why) : SendOutcome;

    /// <summary>Refused for good: sending it again would be refused again.</summary>
    internal sealed record Rejected(string Why) : SendOutcome;

    /// <summary>It certainly was not sent (no connection, or Telegram's own error answer): send it again later.</summary>
    internal sealed record NotSent(string Why) : SendOutcome;

    /// <summary>The request was written and no answer that tells came back: it may have been sent, and nothing can find out.</summary>
    internal sealed record Unknown(string Why) : SendOutcome;
}
