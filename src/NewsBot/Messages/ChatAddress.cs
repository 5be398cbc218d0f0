namespace NewsBot.Messages;

/// <summary>Where a message goes.</summary>
/// <param name="ChatId">64-bit chat id: positive for a private chat, negative for groups and channels.</param>
/// <param name="ThreadId">Forum thread, or 0 for none. The General thread of a forum is none: Telegram refuses its id 1.</param>
internal readonly record struct ChatAddress(long ChatId, int ThreadId = 0)
{
    /// <summary>Telegram's ids of groups, supergroups and channels are negative.</summary>
    public bool IsPrivate => ChatId > 0;
}
