namespace NewsBot.Topics.Matching;

/// <summary>What an article holds of a query, or of a part of one.</summary>
/// <param name="Hits">The places that made it match.</param>
internal sealed record Finding(MatchLevel Level, double Score, IReadOnlyList<Hit> Hits)
{
    /// <summary>Of a negative part that is fulfilled: it neither adds nor takes away.</summary>
    public static Finding Nothing { get; } = new(MatchLevel.Headline, double.MaxValue, []);
}
