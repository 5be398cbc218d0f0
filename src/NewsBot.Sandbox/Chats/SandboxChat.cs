namespace NewsBot.Sandbox.Chats;

/// <summary>A chat and everything in it. Read and changed under <see cref="SandboxWorld.Gate"/>.</summary>
internal sealed class SandboxChat(long id, ChatKind kind, string title)
{
    public long Id { get; } = id;

    public ChatKind Kind { get; } = kind;

    /// <summary>The person's name in a private chat.</summary>
    public string Title { get; } = title;

    public bool IsForum { get; init; }

    public BotStanding Standing { get; set; } = BotStanding.Active;

    /// <summary>Whether the bot is an administrator here.</summary>
    public bool IsBotAdministrator { get; set; }

    public long? MigratedTo { get; set; }

    public Dictionary<long, MemberRole> Members { get; } = [];

    public Dictionary<int, ForumThread> Threads { get; } = [];

    public SortedDictionary<int, SandboxMessage> Messages { get; } = [];

    /// <summary>The last message id of a supergroup or channel, which count for themselves.</summary>
    public int LastMessageId { get; set; }

    public bool HasOwnCounter => Kind is ChatKind.Supergroup or ChatKind.Channel;
}
