namespace NewsBot.Sandbox;

/// <summary>A text a person has typed into a chat, exactly as typed ("/subscribe NATO").</summary>
/// <param name="ThreadId">The forum thread, where there is one.</param>
public sealed record TypedText(long ChatId, long PersonId, int? ThreadId, string Text, DateTimeOffset At);
