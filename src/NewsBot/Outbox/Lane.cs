namespace NewsBot.Outbox;

/// <summary>What goes first when several messages wait: a lower value goes before a higher one.</summary>
internal enum Lane
{
    /// <summary>The answer to a command or a press.</summary>
    Reply = 0,

    /// <summary>A push about a story.</summary>
    News = 1,

    /// <summary>Several stories gathered.</summary>
    Digest = 2,

    /// <summary>An announcement of the bot's admins.</summary>
    Broadcast = 3,
}
