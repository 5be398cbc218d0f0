namespace NewsBot.Sources.Feeds;

/// <summary>What was odd about a feed: each kind is said once, however often it is met.</summary>
internal sealed class FeedWarnings
{
    private readonly List<string> said = [];

    public IReadOnlyList<string> All => said;

    public void Add(string warning)
    {
        if (!said.Contains(warning))
        {
            said.Add(warning);
        }
    }
}
