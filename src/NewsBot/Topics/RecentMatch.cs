using NewsBot.Topics.Matching;

namespace NewsBot.Topics;

/// <summary>A stored article that matches a query.</summary>
internal sealed record RecentMatch(RecentArticle Article, TopicMatch Match);

/// <summary>What is shown of a stored article.</summary>
/// <param name="Published">Null when nobody says.</param>
/// <param name="Time">When it was published, or seen where that is unknown or earlier.</param>
internal sealed record RecentArticle(
    long Id, long StoryId, string Address, string Title, string Publisher, DateTimeOffset? Published, DateTimeOffset Time);
