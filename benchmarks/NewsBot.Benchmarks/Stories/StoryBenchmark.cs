using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Stories;
using NewsBot.Stories.Clustering;
using NewsBot.Stories.Vectors;

namespace NewsBot.Benchmarks.Stories;

/// <summary>
/// How well articles are grouped: on judged sets, told one by one, and on judged pairs. "Plain" uses the weights as shipped or fitted on
/// everything; "cross-validated" places each article by weights fitted without its event.
/// </summary>
internal static class StoryBenchmark
{
    private const int Folds = 8;

    /// <summary>Odds beyond even that joining asks for, in logits; "thresholds" prints the figures around it.</summary>
    private const double Caution = 0;

    private static readonly HashSet<string> Nothing = [];

    public static int Run(string? part)
    {
        if (Collection.Folder("stories-pairs") is not { } pairsFolder || Collection.Folder("story-sets") is not { } setsFolder)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds stories-pairs and story-sets.");
            return 1;
        }

        var (sets, pairs) = ((List<StorySet>)[.. StorySet.Read(setsFolder), .. StorySet.Short()], JudgedPair.Read(pairsFolder));
        var fit = new StoryFit(sets, pairs);
        switch (part)
        {
            case "fit":
                PrintWeights(fit);
                break;
            case "thresholds":
                PrintThresholds(fit, sets, pairs);
                break;
            default:
                PrintShipped(fit, sets, pairs);
                PrintFeatures(fit, sets, pairs);
                PlacementBenchmark.Run();
                break;
        }

        return 0;
    }

    private static void PrintWeights(StoryFit fit)
    {
        Console.WriteLine(fit.Fit(LanguageGroup.Latin, Nothing, -1, Caution));
        Console.WriteLine(fit.Fit(LanguageGroup.Cyrillic, Nothing, -1, Caution));
    }

    private static void PrintThresholds(StoryFit fit, List<StorySet> sets, List<JudgedPair> pairs)
    {
        foreach (var caution in new[] { -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1, 1.5 })
        {
            Console.WriteLine($"caution {caution}:");
            Print(sets, pairs, group => fit.Fit(group, Nothing, -1, caution), "  plain");
            PrintCrossValidated(fit, sets, pairs, -1, caution, "  cross-validated");
        }
    }

    private static void PrintShipped(StoryFit fit, List<StorySet> sets, List<JudgedPair> pairs)
    {
        Print(sets, pairs, StoryWeights.Of, "plain");
        PrintCrossValidated(fit, sets, pairs, -1, Caution, "cross-validated");
    }

    private static void PrintFeatures(StoryFit fit, List<StorySet> sets, List<JudgedPair> pairs)
    {
        Console.WriteLine("cross-validated without a feature:");
        for (var feature = 0; feature < StoryFit.FittedFeatures; feature++)
        {
            PrintCrossValidated(fit, sets, pairs, feature, Caution, $"  {StoryFeatures.Names[feature]}");
        }
    }

    private static void Print(List<StorySet> sets, List<JudgedPair> pairs, Func<LanguageGroup, StoryWeights> weights, string label)
    {
        var known = new Dictionary<LanguageGroup, StoryWeights> { [LanguageGroup.Latin] = weights(LanguageGroup.Latin), [LanguageGroup.Cyrillic] = weights(LanguageGroup.Cyrillic) };
        foreach (var set in sets)
        {
            Console.WriteLine($"{label}, {set.Name}: {Cluster(set, _ => known[LanguageGroup.Latin])}");
        }

        foreach (var language in pairs.GroupBy(pair => pair.Group))
        {
            Console.WriteLine($"{label}, {language.Key} pairs: {PairScore(language, pair => known[language.Key].Score(pair.Features) >= 0)}");
        }
    }

    private static void PrintCrossValidated(
        StoryFit fit, List<StorySet> sets, List<JudgedPair> pairs, int without, double caution, string label)
    {
        foreach (var set in sets)
        {
            var folds = Split(set.Items.Select(item => item.Event).Distinct());
            var weights = folds.Values.Distinct().ToDictionary(
                fold => fold, fold => fit.Fit(LanguageGroup.Latin, folds.Where(pair => pair.Value == fold).Select(pair => pair.Key).ToHashSet(), without, caution));
            Console.WriteLine($"{label}, {set.Name}: {Cluster(set, item => weights[folds[item.Event]])}");
        }

        foreach (var language in pairs.GroupBy(pair => pair.Group))
        {
            StoryWeights Weights(JudgedPair pair) => fit.Fit(language.Key, new HashSet<string> { pair.FirstId, pair.SecondId }, without, caution);
            Console.WriteLine($"{label}, {language.Key} pairs: {PairScore(language, pair => Weights(pair).Score(pair.Features) >= 0)}");
        }
    }

    /// <summary>Each event to its fold, the same in every run.</summary>
    private static Dictionary<string, int> Split(IEnumerable<string> events)
    {
        var shuffled = events.Order(StringComparer.Ordinal).ToArray();
        new Random(1).Shuffle(shuffled);
        return shuffled.Index().ToDictionary(pair => pair.Item, pair => pair.Index % Folds);
    }

    private static ClusterScore Cluster(StorySet set, Func<StorySet.Item, StoryWeights> weights)
    {
        var current = StoryWeights.Latin;
        var clusterer = new StoryClusterer(RecentStories.DefaultCapacity) { Weights = _ => current };
        var stories = new List<long>();
        foreach (var (id, item) in set.Items.Index())
        {
            current = weights(item);
            var placement = clusterer.Place(item.Vector);
            stories.Add(placement.Story ?? id);
            clusterer.Add(id, stories[id], item.Vector, placement.Neighbours);
        }

        return ClusterScore.Of([.. set.Items.Select(item => item.Event)], stories);
    }

    private static string PairScore(IEnumerable<JudgedPair> pairs, Func<JudgedPair, bool> isSame)
    {
        var (hits, wrong, missed) = (0, 0, 0);
        foreach (var pair in pairs)
        {
            var said = isSame(pair);
            hits += pair.IsSame && said ? 1 : 0;
            wrong += !pair.IsSame && said ? 1 : 0;
            missed += pair.IsSame && !said ? 1 : 0;
        }

        return $"F1 {2.0 * hits / Math.Max(1, (2 * hits) + wrong + missed):F3}, precision {hits / Math.Max(1.0, hits + wrong):F3} ({hits} found, {wrong} wrong, {missed} missed)";
    }
}
