namespace NewsBot.Topics;

/// <summary>What the store holds on a query from the last days: how much of it is to be expected.</summary>
/// <param name="Stories">The best match of each story at any level, the newest first.</param>
/// <param name="Span">How long the time is that was looked at.</param>
internal sealed record TopicForecast(IReadOnlyList<RecentMatch> Stories, TimeSpan Span)
{
    /// <summary>A shorter time says too little about a day.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromHours(12);

    public IEnumerable<RecentMatch> AtLeast(MatchLevel level) => Stories.Where(story => story.Match.Level >= level);

    /// <summary>Stories a day that are to be expected; null when the store is too young to tell.</summary>
    public double? PerDay(MatchLevel level) => Span < Shortest ? null : AtLeast(level).Count() / Span.TotalDays;
}
