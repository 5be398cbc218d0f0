namespace NewsBot.Outbox;

internal enum DeliveryState
{
    /// <summary>To be sent when it is due.</summary>
    Waiting,

    /// <summary>The request is being made. Found so at a start, the process died between request and answer.</summary>
    Sending,

    /// <summary>Telegram has it.</summary>
    Sent,

    /// <summary>It was refused for good; the reason is kept.</summary>
    Failed,

    /// <summary>It may have been sent, and nothing can find out.</summary>
    Unknown,

    /// <summary>The chat, or its thread, cannot be written to any more.</summary>
    Blocked,

    /// <summary>Nobody wants it any more: it was called off, or what it was about is gone.</summary>
    Cancelled,

    /// <summary>A push beyond what a chat gets of a topic in an hour: it comes with the next digest of that topic, and ends as that does.</summary>
    Gathered,

    /// <summary>The chat does not let the bot write now: it waits for the right to be given back (<see cref="Sending.PushRestriction"/>).</summary>
    Held,

    /// <summary>It was too late to be of use before it could be sent.</summary>
    Expired,
}
