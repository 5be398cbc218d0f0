using NewsBot.Stories.Copies;

namespace NewsBot.Stories;

/// <summary>An article as the news desk compares it.</summary>
/// <param name="Shingles">To find copies by.</param>
/// <param name="Words">To find the story by.</param>
internal sealed record ArticleVectorizer(Shingles Shingles, ArticleVector Words);
