namespace NewsBot.BotApi;

/// <summary>How long the requests to the Bot API may take. Tests wait less.</summary>
internal sealed record BotApiTimeouts
{
    /// <summary>How long the server holds a getUpdates without updates; it caps this at 50 s.</summary>
    public TimeSpan LongPoll { get; init; } = TimeSpan.FromSeconds(50);

    /// <summary>What a getUpdates may take above <see cref="LongPoll"/>.</summary>
    public TimeSpan PollMargin { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What every other request may take.</summary>
    public TimeSpan Send { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>What connecting may take: less than <see cref="Send"/>, so that a dead network is known for one.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(8);
}
