namespace NewsBot.Sandbox.Control;

/// <summary>A command the bot offers.</summary>
/// <param name="Command">Without the slash.</param>
public sealed record CommandView(string Command, string Description);
