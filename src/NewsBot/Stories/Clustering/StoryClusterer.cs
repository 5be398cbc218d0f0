using NewsBot.Stories.Vectors;

namespace NewsBot.Stories.Clustering;

/// <summary>
/// Groups articles into stories one by one, without looking ahead (average link). Holds the latest articles in memory. Not thread-safe.
/// </summary>
/// <param name="capacity">Articles held; beyond it the oldest are forgotten.</param>
internal sealed class StoryClusterer(int capacity)
{
    /// <summary>Nothing joins what is older.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(72);

    /// <summary>An article is compared with so many others, those with the most words in common.</summary>
    private const int MaxCandidates = 40;

    /// <summary>And with so many articles of each of their stories, the latest.</summary>
    private const int MaxMembers = 12;

    private readonly TermIndex index = new();
    private readonly Dictionary<long, Member> articles = [];
    private readonly Dictionary<long, List<Member>> stories = [];
    private readonly Queue<Member> order = new();

    /// <summary>Replaces the weights that the program ships with.</summary>
    public Func<LanguageGroup, StoryWeights> Weights { get; init; } = StoryWeights.Of;

    public int Count => articles.Count;

    /// <summary>The story that tells the same event, or null, and the article's neighbours. The article is not added yet.</summary>
    public StoryPlacement Place(ArticleVector article)
    {
        var shared = new Dictionary<long, SharedTerms>();
        var candidates = index.Find(article, MaxCandidates)
            .Select(id => articles[id])
            .Where(candidate => IsInWindow(article, candidate.Vector))
            .ToList();
        foreach (var candidate in candidates)
        {
            shared[candidate.Id] = SharedTerms.Of(article, candidate.Vector);
        }

        var neighbours = Neighbours.Nearest(shared.Select(pair => new Neighbour(pair.Key, pair.Value.Cosine)));
        var scores = candidates
            .Select(candidate => candidate.Story)
            .Distinct()
            .Select(story => (Story: story, Score: ScoreOf(article, story, shared, Neighbours.Crowding(neighbours))))
            .ToList();
        var best = scores.Count == 0 ? default : scores.MaxBy(story => story.Score);
        return new StoryPlacement(best.Score >= 0 && scores.Count > 0 ? best.Story : null, neighbours);
    }

    /// <summary>Adds an article under its story.</summary>
    public void Add(long id, long story, ArticleVector vector, IReadOnlyList<Neighbour> neighbours)
    {
        while (articles.Count >= capacity)
        {
            Forget(order.Dequeue());
        }

        var article = new Member(id, story, vector);
        foreach (var neighbour in neighbours)
        {
            article.Nearest.Add(neighbour.Cosine);
            if (articles.TryGetValue(neighbour.Id, out var other))
            {
                other.Nearest.Add(neighbour.Cosine);
            }
        }

        articles.Add(id, article);
        order.Enqueue(article);
        index.Add(id, vector);
        if (!stories.TryGetValue(story, out var members))
        {
            stories.Add(story, members = []);
        }

        members.Add(article);
    }

    /// <summary>Whether the article tells of a development of the story.</summary>
    public bool IsDevelopment(long story, ArticleVector article) =>
        stories.TryGetValue(story, out var members) && DevelopmentDetector.IsDevelopment(article, members.Select(member => member.Vector));

    /// <summary>Features against each of a story's latest articles: what the rule is fitted on.</summary>
    public IReadOnlyList<StoryFeatures> Explain(ArticleVector article, long story, IReadOnlyList<Neighbour> neighbours) =>
        [.. Features(article, story, [], Neighbours.Crowding(neighbours))];

    private double ScoreOf(ArticleVector article, long story, Dictionary<long, SharedTerms> shared, float crowding)
    {
        var weights = Weights(article.Group);
        return Features(article, story, shared, crowding).Select(weights.Score).DefaultIfEmpty(double.NegativeInfinity).Average();
    }

    private IEnumerable<StoryFeatures> Features(ArticleVector article, long story, Dictionary<long, SharedTerms> known, float crowding)
    {
        foreach (var member in stories[story].TakeLast(MaxMembers).Where(member => IsInWindow(article, member.Vector)))
        {
            var shared = known.TryGetValue(member.Id, out var compared) ? compared : SharedTerms.Of(article, member.Vector);
            yield return StoryFeatures.Of(article, member.Vector, shared, (crowding + member.Nearest.MeanWith(shared.Cosine)) / 2);
        }
    }

    private static bool IsInWindow(ArticleVector left, ArticleVector right) => (left.At - right.At).Duration() <= Window;

    private void Forget(Member article)
    {
        articles.Remove(article.Id);
        index.Remove(article.Id, article.Vector);
        var members = stories[article.Story];
        members.Remove(article);
        if (members.Count == 0)
        {
            stories.Remove(article.Story);
        }
    }

    private sealed record Member(long Id, long Story, ArticleVector Vector)
    {
        public NearestCosines Nearest { get; } = new();
    }
}

/// <summary>Where an article belongs.</summary>
/// <param name="Story">The story of the same event, or null for one of its own.</param>
/// <param name="Neighbours">The most similar articles, for <see cref="StoryClusterer.Add"/>.</param>
internal sealed record StoryPlacement(long? Story, IReadOnlyList<Neighbour> Neighbours);
