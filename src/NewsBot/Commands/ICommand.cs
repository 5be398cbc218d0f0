namespace NewsBot.Commands;

/// <summary>One thing that the bot can be told to do.</summary>
internal interface ICommand
{
    /// <summary>Without the slash: 1 to 32 of a-z, 0-9 and _ (Bot API, BotCommand). Also the first part of its buttons' data.</summary>
    string Name { get; }

    /// <summary>Who may use it.</summary>
    CommandAudience Audience { get; }

    /// <summary>Whether the menu and /help list it, and whether it can be typed. False for what only plain text or a button leads to.</summary>
    bool IsListed => true;

    /// <summary>
    /// Carries it out. Runs outside a transaction, so that reading holds nobody up; what it tracks is saved afterwards with its replies,
    /// all or nothing. A statement that writes by itself needs <see cref="CommandCall.BeginWriteAsync"/> before it.
    /// </summary>
    Task RunAsync(CommandCall call, CancellationToken cancellationToken);
}
