namespace NewsBot.Outbox.Sending;

/// <summary>What Telegram answered when it was asked whether somebody is an administrator of a chat.</summary>
/// <param name="Status">The answer.</param>
/// <param name="RetryAfter">How long Telegram wants to be left alone before it is asked again, or null.</param>
internal sealed record AdministratorCheck(AdministratorStatus Status, TimeSpan? RetryAfter = null);

internal enum AdministratorStatus
{
    /// <summary>It could not be found out this time.</summary>
    Unknown,

    Administrator,

    NotAdministrator,

    /// <summary>The chat hides its members from a bot that is no administrator.</summary>
    MembersHidden,
}
