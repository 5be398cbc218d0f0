namespace NewsBot.Commands;

/// <summary>One thing that the bot can be told to do.</summary>
internal interface ICommand
{
    /// <summary>Without the slash: 1 to 32 of a-z, 0-9 and _ (Bot API, BotCommand). Also the first part of its buttons' data.</summary>
    string Name { get; }

    /// <summary>Who may use it.</summary>
    CommandAudience Audience { get; }

    /// <summary>Does it, in the transaction of the update: all of it is stored, with its answers, or none.</summary>
    Task RunAsync(CommandCall call, CancellationToken cancellationToken);
}
