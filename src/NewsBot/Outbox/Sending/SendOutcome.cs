namespace NewsBot.Outbox.Sending;

/// <summary>How a request to Telegram ended. The sender must choose between the cases, so they are values and not exceptions.</summary>
internal abstract record SendOutcome
{
    /// <summary>Telegram has it, under this id; 0 where it did not tell.</summary>
    internal sealed record Sent(int MessageId) : SendOutcome;

    /// <summary>The person blocked the bot, left, or is gone: their topics are kept, nothing is sent until an update says that they are back.</summary>
    internal sealed record Blocked(string Why) : SendOutcome;

    /// <summary>The chat does not let the bot write, or not this kind of message: rights change without an update, so it is tried again.</summary>
    internal sealed record NoRights(string Why) : SendOutcome;

    /// <summary>The group became a supergroup with this id.</summary>
    internal sealed record ChatMoved(long To) : SendOutcome;

    /// <summary>429: not before that long.</summary>
    internal sealed record Throttled(TimeSpan After) : SendOutcome;

    /// <summary>The forum thread was closed or deleted: it is sent to the forum itself.</summary>
    internal sealed record ThreadGone(string Why) : SendOutcome;

    /// <summary>Refused for good: sending it again would be refused again.</summary>
    internal sealed record Rejected(string Why) : SendOutcome;

    /// <summary>It never left: what it was about is gone.</summary>
    internal sealed record Obsolete(string Why) : SendOutcome;

    /// <summary>It certainly was not sent (no connection, or Telegram's own error answer): send it again later.</summary>
    internal sealed record NotSent(string Why) : SendOutcome;

    /// <summary>Telegram does not know the bot's token: nothing can be sent to anybody.</summary>
    internal sealed record TokenRefused(string Why) : SendOutcome;

    /// <summary>The request was written and no answer that tells came back: it may have been sent, and nothing can find out.</summary>
    internal sealed record Unknown(string Why) : SendOutcome;

    /// <summary>Why it did not succeed, as Telegram or the network put it; null where there is nothing to say.</summary>
    public string? Reason => this switch
    {
        Blocked blocked => blocked.Why,
        NoRights noRights => noRights.Why,
        ThreadGone gone => gone.Why,
        Rejected rejected => rejected.Why,
        Obsolete obsolete => obsolete.Why,
        NotSent notSent => notSent.Why,
        TokenRefused refused => refused.Why,
        Unknown unknown => unknown.Why,
        _ => null,
    };

    /// <summary>Whether Telegram did not answer, or only that it cannot answer anybody.</summary>
    public bool IsFailure => this is NotSent or TokenRefused or Unknown;
}
