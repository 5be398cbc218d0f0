namespace NewsBot.Sandbox.Updates;

/// <summary>Which kinds of update the bot wants. A list once given stays until another is given.</summary>
internal sealed class AllowedUpdates
{
    // Never sent unless asked for by name.
    private static readonly HashSet<string> OnRequest = ["chat_member", "message_reaction", "message_reaction_count"];

    private HashSet<string> wanted = [];

    public IReadOnlyCollection<string> Names => wanted;

    /// <summary>Null keeps the list; an empty one goes back to the default.</summary>
    public void Set(IReadOnlyList<string>? names) => wanted = names is null ? wanted : [.. names];

    public bool Includes(string kind) => wanted.Count == 0 ? !OnRequest.Contains(kind) : wanted.Contains(kind);
}
