namespace NewsBot.Subscribers;

/// <summary>Settings under <c>Telegram</c> about who runs the bot.</summary>
internal sealed class RoleOptions
{
    public const string Section = "Telegram";

    /// <summary>Numeric user ids of the owners: they may broadcast and see the statistics.</summary>
    public List<long> Admins { get; set; } = [];
}
