namespace NewsBot.Sandbox.Updates;

/// <summary>An update that waits for the bot.</summary>
/// <param name="Json">The whole update object.</param>
/// <param name="Order">Updates of one order key are delivered by webhook one after another: a chat, or a person for their button presses.</param>
internal sealed record QueuedUpdate(int Id, string Json, string Order, DateTimeOffset ExpiresAt);
