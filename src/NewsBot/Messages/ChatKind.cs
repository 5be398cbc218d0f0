namespace NewsBot.Messages;

/// <summary>The kinds of chats that a bot can be in.</summary>
internal enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}
