namespace NewsBot.Sandbox.Chats;

/// <summary>A thread of a forum; its id is the message id of its opening.</summary>
public sealed record ForumThread(int Id, string Name, bool IsOpen);
