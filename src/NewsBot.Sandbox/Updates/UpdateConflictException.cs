namespace NewsBot.Sandbox.Updates;

/// <summary>The text after "Conflict: ".</summary>
internal sealed class UpdateConflictException(string message) : Exception(message);
