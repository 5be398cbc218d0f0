namespace NewsBot.Commands;

/// <summary>Who may use a command.</summary>
internal enum CommandAudience
{
    Everyone,

    /// <summary>Everyone in a private chat; in groups and channels their administrators.</summary>
    WhoMayChange,

    /// <summary>The people who run the bot. For others it does not exist.</summary>
    BotAdmins,
}
