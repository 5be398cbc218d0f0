namespace NewsBot.Sources.Feeds;

/// <summary>What was odd about a feed: each kind is said once, however often it is met.</summary>
internal sealed class FeedWarnings
{
    private readonly HashSet<string> names = new(StringComparer.Ordinal);
    private readonly List<string> said = [];

    public IReadOnlyList<string> All => said;

    /// <param name="name">Of the kind: "bad-date". The same for all feeds, for programs to count by.</param>
    /// <param name="sentence">For people.</param>
    public void Add(string name, string sentence)
    {
        if (names.Add(name))
        {
            said.Add($"{name}: {sentence}");
        }
    }

    /// <summary>Says something else of a kind that was added before.</summary>
    public void Replace(string name, string sentence)
    {
        said.RemoveAll(warning => warning.StartsWith($"{name}: ", StringComparison.Ordinal));
        names.Remove(name);
        Add(name, sentence);
    }
}
