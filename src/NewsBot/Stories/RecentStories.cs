using NewsBot.Stories.Copies;

namespace NewsBot.Stories;

/// <summary>
/// Knows the articles of the last days: which of them an article copies, and which story it tells. In memory, bounded, and not
/// thread-safe: articles come one by one.
/// </summary>
internal sealed class RecentStories
{
    private readonly CopyIndex copies = new();
    private readonly StoryClusterer grouping = new();

    /// <summary>Reads an article. Its words count from then on into what is common.</summary>
    public ArticleVectorizer Read(string title, string text, string? language, string? publisher, DateTimeOffset at) =>
        new(Shingles.Of(text), grouping.Read(title, text, StoryLanguage.Of(language, title, text), publisher, at));

    /// <summary>The articles that it may be a copy of, the likeliest first: their texts decide.</summary>
    public IReadOnlyList<long> CopyCandidates(ArticleVectorizer reading) =>
        copies.Candidates(reading.Shingles, reading.Words.At - StorySimilarity.Window);

    /// <summary>The story of the same event, or null.</summary>
    public long? FindStory(ArticleVectorizer reading) => grouping.Find(reading.Words);

    /// <summary>Whether an article that is no copy tells of a development of its story.</summary>
    public bool IsDevelopment(long story, ArticleVectorizer reading) => grouping.IsDevelopment(story, reading.Words);

    public void Keep(long id, long story, ArticleVectorizer reading)
    {
        copies.Add(id, reading.Words.At, reading.Shingles);
        grouping.Add(id, story, reading.Words);
    }
}
