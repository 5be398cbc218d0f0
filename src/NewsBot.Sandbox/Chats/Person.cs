namespace NewsBot.Sandbox.Chats;

/// <summary>Somebody who uses the bot. Their private chat with it has the same id.</summary>
/// <param name="LanguageCode">What their Telegram application is set to: "en", "uk", "de".</param>
/// <param name="IsAdmin">True for the bot's admin; Telegram itself knows nothing of it.</param>
public sealed record Person(long Id, string Name, string LanguageCode, bool IsAdmin);
