namespace NewsBot.Commands;

/// <summary>What somebody wants, as understood.</summary>
/// <param name="Command">The command, or null where the name is not known.</param>
/// <param name="Name">The name as typed, without slash and bot name.</param>
/// <param name="Argument">What stands behind it, trimmed.</param>
internal sealed record CommandRequest(ICommand? Command, string Name, string Argument);
