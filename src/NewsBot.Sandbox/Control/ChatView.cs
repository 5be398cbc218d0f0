using NewsBot.Sandbox.Chats;

namespace NewsBot.Sandbox.Control;

/// <summary>A chat without its messages.</summary>
/// <param name="Id">A private chat's is its person's; a group's is negative, a supergroup's or channel's begins with -100.</param>
public sealed record ChatView(
    long Id, ChatKind Kind, string Title, bool IsForum, BotStanding Standing, long? MigratedTo, IReadOnlyList<MemberView> Members, IReadOnlyList<ForumThread> Threads);

/// <summary>A person in a group or channel.</summary>
public sealed record MemberView(long PersonId, MemberRole Role);
