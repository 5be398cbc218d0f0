using NewsBot.Stories.Copies;
using NewsBot.Stories.Vectors;

namespace NewsBot.Stories;

/// <summary>An article in the forms in which it is compared with others.</summary>
/// <param name="Shingles">To decide on copies by.</param>
/// <param name="Vector">To find its story by.</param>
internal sealed record ComparedArticle(Shingles Shingles, ArticleVector Vector);
