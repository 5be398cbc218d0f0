namespace NewsBot.Stories;

/// <summary>
/// Groups articles into stories, one by one and without looking ahead. Everything is in memory, bounded, and made anew from the
/// articles in the store at a start. Not thread-safe.
/// </summary>
internal sealed class StoryClusterer(int capacity = StoryClusterer.MaxArticles)
{
    /// <summary>Some 60 MB.</summary>
    private const int MaxArticles = 20_000;

    /// <summary>An article is held against so many others, those with the most rare words in common.</summary>
    private const int MaxCandidates = 40;

    /// <summary>Words of the headline and opening by which others are found.</summary>
    private const int Asked = 24;

    /// <summary>A word of more articles finds nothing.</summary>
    private const int MaxHolders = 400;

    /// <summary>How much less alike the other articles of a story may be on average: it must not grow as a chain.</summary>
    private const double Slack = 0.35;

    /// <summary>So many of a story's articles are asked.</summary>
    private const int MaxMembers = 8;

    private readonly StoryWords words = new();
    private readonly DocumentFrequencies background = new();
    private readonly Dictionary<long, Entry> articles = [];
    private readonly Dictionary<long, List<long>> stories = [];
    private readonly Dictionary<uint, Queue<long>> holders = [];

    /// <summary>How many articles are kept of each.</summary>
    private readonly Dictionary<string, int> publishers = new(StringComparer.OrdinalIgnoreCase);

    private readonly Queue<long> order = new();

    /// <summary>The story that tells the same event, or null. The article itself is not kept yet.</summary>
    public long? Find(ArticleVector article)
    {
        var found = Candidates(article)
            .Select(candidate => (candidate.Story, candidate.Article, Likeness: Margin(article, candidate.Article)))
            .Where(candidate => candidate.Likeness >= 0)
            .GroupBy(candidate => candidate.Story)
            .Where(story => Agrees(article, story.Key))
            .Where(story => story.Any(candidate => !IsOfOnePublisher(article, candidate.Article)) || IsDevelopment(story.Key, article))
            .Select(story => (Id: story.Key, Best: story.Max(candidate => candidate.Likeness)))
            .ToList();
        return found.Count == 0 ? null : found.MaxBy(story => story.Best).Id;
    }

    /// <summary>An article as it is compared. Its words count into what is common from now on.</summary>
    public ArticleVector Read(string title, string text, string? language, string? publisher, DateTimeOffset at)
    {
        var counted = words.Read(title, text, language);
        background.Add(counted.Keys);
        return ArticleVector.Of(words, counted, background, publisher, at);
    }

    /// <summary>Keeps an article under its story; beyond the capacity the oldest are forgotten.</summary>
    public void Add(long id, long story, ArticleVector article)
    {
        while (articles.Count >= capacity)
        {
            Forget(order.Dequeue());
        }

        articles[id] = new Entry(story, article);
        order.Enqueue(id);
        CountPublisher(article, 1);
        if (!stories.TryGetValue(story, out var members))
        {
            stories.Add(story, members = []);
        }

        members.Add(id);
        foreach (var term in article.Terms.Where(IsAsked))
        {
            if (!holders.TryGetValue(term.Key, out var list))
            {
                holders.Add(term.Key, list = new Queue<long>());
            }

            list.Enqueue(id);
        }
    }

    /// <summary>Whether the article tells of a development of the story.</summary>
    public bool IsDevelopment(long story, ArticleVector article) =>
        DevelopmentDetector.Is(article, [.. stories[story].Select(member => articles[member].Article)]);

    /// <summary>
    /// A newsroom tells an event once: what it tells next is another, a development or a copy. One that most articles come from is
    /// an aggregator or the only source, and says nothing.
    /// </summary>
    private bool IsOfOnePublisher(ArticleVector one, ArticleVector other) =>
        one.Publisher is { } publisher
        && string.Equals(publisher, other.Publisher, StringComparison.OrdinalIgnoreCase)
        && (articles.Count == 1 || publishers[publisher] * 2 <= articles.Count);

    /// <summary>Whether the story's last articles on the whole are like it.</summary>
    private bool Agrees(ArticleVector article, long story)
    {
        var margins = stories[story].TakeLast(MaxMembers).Select(member => Margin(article, articles[member].Article));
        return margins.Where(double.IsFinite).DefaultIfEmpty().Average() >= -Slack;
    }

    /// <summary>By how much two articles are more alike than the same story needs, after the time between them.</summary>
    private static double Margin(ArticleVector one, ArticleVector other)
    {
        var apart = (one.At - other.At).Duration();
        return apart > StorySimilarity.Window
            ? double.NegativeInfinity
            : StorySimilarity.Of(one, other) - StorySimilarity.SameFrom - (StorySimilarity.ForADay * apart.TotalDays);
    }

    private List<Entry> Candidates(ArticleVector article)
    {
        var hits = new Dictionary<long, float>();
        foreach (var term in article.Terms.Where(IsAsked).OrderByDescending(term => term.Worth).Take(Asked))
        {
            if (Holders(term.Key) is { Count: <= MaxHolders } list)
            {
                foreach (var id in list)
                {
                    hits[id] = hits.GetValueOrDefault(id) + term.Worth;
                }
            }
        }

        return [.. hits.OrderByDescending(hit => hit.Value).ThenBy(hit => hit.Key).Take(MaxCandidates).Select(hit => articles[hit.Key])];
    }

    private Queue<long>? Holders(uint key)
    {
        if (!holders.TryGetValue(key, out var list))
        {
            return null;
        }

        while (list.TryPeek(out var oldest) && !articles.ContainsKey(oldest))
        {
            list.Dequeue();
        }

        return list;
    }

    private void Forget(long id)
    {
        if (!articles.Remove(id, out var entry))
        {
            return;
        }

        CountPublisher(entry.Article, -1);
        foreach (var term in entry.Article.Terms.Where(IsAsked))
        {
            if (Holders(term.Key) is { Count: 0 })
            {
                holders.Remove(term.Key);
            }
        }

        if (stories[entry.Story].Remove(id) && stories[entry.Story].Count == 0)
        {
            stories.Remove(entry.Story);
        }
    }

    private void CountPublisher(ArticleVector article, int more)
    {
        if (article.Publisher is { } publisher && (publishers[publisher] = publishers.GetValueOrDefault(publisher) + more) == 0)
        {
            publishers.Remove(publisher);
        }
    }

    /// <summary>What stands in the headline or the opening, and names, find others.</summary>
    private static bool IsAsked(WeightedTerm term) => term.Is(TermRole.Lead) || term.Is(TermRole.Name);

    private sealed record Entry(long Story, ArticleVector Article);
}
