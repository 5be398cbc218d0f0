namespace NewsBot.Messages;

/// <summary>The lengths of a pause that are offered.</summary>
internal enum PauseLength
{
    Hour,
    EightHours,
    Day,
    Week,
    UntilResumed,
}
