namespace NewsBot.Benchmarks.Generated;

internal enum SubscriptionKind
{
    /// <summary>One phrase.</summary>
    Phrase,

    /// <summary>All of two or three phrases.</summary>
    All,

    /// <summary>Any of the phrases but the last, and not the last.</summary>
    AnyButLast,

    /// <summary>Words that begin so.</summary>
    Beginning,
}

/// <param name="Leaves">Phrases of one or two words.</param>
internal sealed record Subscription(SubscriptionKind Kind, string[][] Leaves)
{
    /// <summary>As somebody types it.</summary>
    public string Query { get; } = Kind switch
    {
        SubscriptionKind.All => string.Join(" AND ", Leaves.Select(Joined)),
        SubscriptionKind.AnyButLast => $"({string.Join(" OR ", Leaves[..^1].Select(Joined))}) AND NOT {Joined(Leaves[^1])}",
        SubscriptionKind.Beginning => Leaves[0][0] + "*",
        _ => Joined(Leaves[0]),
    };

    public static string Joined(string[] leaf) => string.Join(' ', leaf);
}
