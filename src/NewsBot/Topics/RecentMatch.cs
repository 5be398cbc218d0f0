using NewsBot.Articles;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics;

/// <summary>A stored article that matches a query.</summary>
internal sealed record RecentMatch(Article Article, TopicMatch Match);
