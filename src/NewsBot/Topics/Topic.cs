namespace NewsBot.Topics;

/// <summary>A distinct query that people follow. Any number of subscriptions share it.</summary>
internal sealed class Topic
{
    public long Id { get; set; }

    /// <summary>As people read it: "North Korea".</summary>
    public required string Name { get; set; }

    /// <summary>Canonical form of the query: equal queries are one topic. Unique.</summary>
    public required string Query { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
