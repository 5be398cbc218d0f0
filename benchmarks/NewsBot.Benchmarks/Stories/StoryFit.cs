using NewsBot.Content.Urls;
using NewsBot.Stories;
using NewsBot.Stories.Clustering;
using NewsBot.Stories.Vectors;

namespace NewsBot.Benchmarks.Stories;

/// <summary>Fits the weights of the story rule to judged sets and pairs.</summary>
internal sealed class StoryFit
{
    /// <summary>Features that the data can teach. What comes after them in <see cref="StoryFeatures.Values"/> is set by hand.</summary>
    public const int FittedFeatures = 7;

    /// <summary>Few events are few facts: weights are kept small.</summary>
    private const double Penalty = 5;

    /// <summary>Stories that an article does not belong to, the most similar first.</summary>
    private const int NegativesPerArticle = 8;

    /// <summary>A pair judged by itself counts for so many pairs of a set.</summary>
    private const double PairWeight = 2;

    private readonly List<LogisticRegression.Example> latin = [];
    private readonly List<LogisticRegression.Example> cyrillic = [];

    public StoryFit(IReadOnlyList<StorySet> sets, IReadOnlyList<JudgedPair> pairs)
    {
        foreach (var set in sets)
        {
            latin.AddRange(Examples(set, Math.Sqrt((double)sets.Max(other => other.Items.Count) / set.Items.Count)));
        }

        foreach (var pair in pairs)
        {
            var example = new LogisticRegression.Example(Fitted(pair.Features), pair.IsSame, PairWeight, [pair.FirstId, pair.SecondId]);
            (pair.Group == LanguageGroup.Cyrillic ? cyrillic : latin).Add(example);
        }
    }

    /// <summary>The weights fitted on what has none of these groups.</summary>
    /// <param name="group">Which languages.</param>
    /// <param name="except">Events or articles left out.</param>
    /// <param name="without">The index of a feature that is ignored, or -1.</param>
    /// <param name="caution">Subtracted from the bias: see <see cref="StoryBenchmark"/>.</param>
    public StoryWeights Fit(LanguageGroup group, IReadOnlySet<string> except, int without, double caution)
    {
        var examples = (group == LanguageGroup.Cyrillic ? cyrillic : latin)
            .Where(example => !Array.Exists(example.Groups, except.Contains))
            .Select(example => example with { Features = [.. example.Features.Select((value, index) => index == without || IsLeftOut(group, index) ? 0 : value)] })
            .ToList();
        var fitted = LogisticRegression.Fit(examples, Penalty);
        return new StoryWeights(fitted[0] - caution, fitted[1], fitted[2], fitted[3], fitted[4], fitted[5], fitted[6], fitted[7]);
    }

    /// <summary>
    /// Cyrillic has pairs alone, which have no crowd around them, and whose cosines say nothing that the openings do not say better.
    /// </summary>
    private static bool IsLeftOut(LanguageGroup group, int feature) =>
        group == LanguageGroup.Cyrillic && (StoryFeatures.Names[feature] is nameof(StoryFeatures.Crowding) or nameof(StoryFeatures.Body) or nameof(StoryFeatures.Length));

    private static IEnumerable<LogisticRegression.Example> Examples(StorySet set, double weight)
    {
        var clusterer = new StoryClusterer(RecentStories.DefaultCapacity);
        var events = new List<string>();
        foreach (var (id, item) in set.Items.Index())
        {
            var neighbours = clusterer.Place(item.Vector).Neighbours;
            var stories = events.Select((name, story) => (Name: name, Features: Mean(clusterer.Explain(item.Vector, story, neighbours))))
                .OrderByDescending(story => story.Features[0])
                .ToList();
            foreach (var story in stories.Where(story => story.Name == item.Event).Concat(stories.Where(story => story.Name != item.Event).Take(NegativesPerArticle)))
            {
                yield return new LogisticRegression.Example(story.Features, story.Name == item.Event, weight, [item.Event, story.Name]);
            }

            events.AddRange(events.Contains(item.Event) ? [] : [item.Event]);
            clusterer.Add(id, events.IndexOf(item.Event), item.Vector, neighbours);
        }
    }

    private static double[] Mean(IReadOnlyList<StoryFeatures> features) =>
        [.. Enumerable.Range(0, FittedFeatures).Select(index => features.Average(values => (double)values.Values[index]))];

    private static double[] Fitted(StoryFeatures features) => [.. features.Values.Take(FittedFeatures).Select(value => (double)value)];
}

/// <summary>Two articles by themselves, judged by people.</summary>
internal sealed record JudgedPair(string FirstId, string SecondId, LanguageGroup Group, StoryFeatures Features, bool IsSame)
{
    public static List<JudgedPair> Read(string folder)
    {
        var preparer = new ArticlePreparer();
        ArticleVector Vector(StoryPair.Told told) =>
            preparer.Prepare(told.Title, told.Text, null, CanonicalUrl.HostName(new Uri(told.Address)), DateTimeOffset.UnixEpoch).Vector;
        return
        [
            .. StoryPair.Read(folder).Select(pair =>
            {
                var (first, second) = (Vector(pair.First), Vector(pair.Second));
                var clusterer = new StoryClusterer(capacity: 2);
                clusterer.Add(0, 0, first, []);
                var features = clusterer.Explain(second, 0, clusterer.Place(second).Neighbours)[0];
                return new JudgedPair(pair.First.Address, pair.Second.Address, pair.Language == "ru" ? LanguageGroup.Cyrillic : LanguageGroup.Latin, features, pair.IsSame);
            }),
        ];
    }
}
