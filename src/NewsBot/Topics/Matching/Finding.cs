namespace NewsBot.Topics.Matching;

/// <summary>What an article holds of a query, or of a part of one.</summary>
/// <param name="Hits">The places that made it match.</param>
internal sealed record Finding(MatchLevel Level, double Score, IReadOnlyList<Hit> Hits)
{
    /// <summary>Of a negative part that is fulfilled: it neither adds nor takes away.</summary>
    public static Finding Nothing { get; } = new(MatchLevel.Headline, double.MaxValue, []);

    /// <summary>Of both parts: an article is about all of its parts as far as about the least of them.</summary>
    public Finding And(Finding other) =>
        new(other.Level < Level ? other.Level : Level, Math.Min(Score, other.Score), [.. Hits, .. other.Hits]);
}
