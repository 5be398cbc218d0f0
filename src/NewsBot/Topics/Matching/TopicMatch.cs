using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>That an article matches a topic.</summary>
/// <param name="TopicId">The topic in the index; 0 for a query that was matched by itself.</param>
/// <param name="Level">The strictest level that it reaches.</param>
/// <param name="Score">0 to 1; higher is more about the topic.</param>
/// <param name="Why">At most five reasons, the weightiest first.</param>
internal sealed record TopicMatch(long TopicId, MatchLevel Level, double Score, IReadOnlyList<MatchReason> Why)
{
    /// <summary>Matches one query against one article, without an index. Null when it does not match at all.</summary>
    public static TopicMatch? Of(TopicQuery query, AnalyzedArticle article, long topicId = 0) =>
        QueryMatcher.Match(query, article) is { } found
            ? Of(found, article, topicId)
            : null;

    /// <summary>What was found of a topic, explained.</summary>
    public static TopicMatch Of(Finding found, AnalyzedArticle article, long topicId) =>
        new(topicId, found.Level, found.Score, Explanation.Of(found.Hits, article));
}
