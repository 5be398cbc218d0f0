using NewsBot.Stories.Clustering;
using NewsBot.Stories.Copies;
using NewsBot.Stories.Vectors;

namespace NewsBot.Stories;

/// <summary>
/// The articles of the last days: which of them an article copies, and which story it tells. In memory, bounded, and not thread-safe:
/// articles come one by one.
/// </summary>
internal sealed class RecentStories(int capacity = RecentStories.DefaultCapacity)
{
    public const int DefaultCapacity = 20_000;

    private readonly CopyIndex copies = new();
    private readonly StoryClusterer clusterer = new(capacity);

    /// <summary>The articles that it may be a copy of, the likeliest first: their texts decide.</summary>
    public IReadOnlyList<long> CopyCandidates(ComparedArticle article) =>
        copies.Candidates(article.Shingles, article.Vector.At - StoryClusterer.Window);

    /// <summary>The place of an article that is no copy.</summary>
    public StoryPlacement Place(ComparedArticle article) => clusterer.Place(article.Vector);

    /// <summary>Whether an article that is no copy tells of a development of its story.</summary>
    public bool IsDevelopment(long story, ComparedArticle article) => clusterer.IsDevelopment(story, article.Vector);

    /// <summary>Adds an article.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="story">Its story.</param>
    /// <param name="article">What to remember of it.</param>
    /// <param name="isCopy">A copy adds nothing to its story that the original did not.</param>
    public void Add(long id, long story, RecentArticle article, bool isCopy)
    {
        copies.Add(id, article.Vector.At, article.Sample);
        if (!isCopy)
        {
            clusterer.Add(id, story, article.Vector, article.Neighbours);
        }
    }
}
