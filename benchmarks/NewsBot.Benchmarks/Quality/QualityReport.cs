using NewsBot.Topics;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Benchmarks.Quality;

/// <summary>
/// How well the levels of a match agree with what editors said that articles are about. The rules were fitted on articles with even
/// numbers, which alone are told here; the odd ones are for judges.
/// </summary>
internal static class QualityReport
{
    /// <summary>Labels with fewer articles say little.</summary>
    private const int FewestArticles = 10;

    /// <summary>Labels of which a follower would type something else than their letters.</summary>
    private static readonly Dictionary<string, string> Typed = new()
    {
        ["orgs:ec"] = "European Community",
        ["orgs:worldbank"] = "World Bank",
        ["orgs:ico-coffee"] = "International Coffee Organization",
        ["orgs:icco"] = "International Cocoa Organization",
        ["orgs:adb-asia"] = "Asian Development Bank",
    };

    public static int Run(string? folder)
    {
        folder ??= Path.Combine(Environment.GetEnvironmentVariable("NEWSBOT_CORPORA") ?? ".", "reuters21578");
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no {folder}: name the folder of Reuters-21578.");
            return 1;
        }

        List<LabelledArticle> articles = [.. Reuters.Read(folder).Where(article => article.Id % 2 == 0)];
        var labels = articles.SelectMany(article => article.Labels).CountBy(label => label)
            .Where(count => count.Value >= FewestArticles).Select(count => count.Key).Order(StringComparer.Ordinal).ToList();
        Console.WriteLine($"{articles.Count} articles with even numbers, {labels.Count} labels");
        Tell(labels, articles);
        return 0;
    }

    private static void Tell(List<string> labels, List<LabelledArticle> articles)
    {
        var queries = labels.ConvertAll(QueryOf);
        var analyzed = articles.ConvertAll(article => AnalyzedArticle.Of(article.Text));
        Console.WriteLine("level      macro precision recall F1     micro (without usa) precision recall F1");
        foreach (var level in new[] { MatchLevel.Mention, MatchLevel.About, MatchLevel.Headline })
        {
            List<Tally> tallies = [.. labels.Select((label, index) => Count(label, queries[index], level, articles, analyzed))];
            var micro = tallies.Where((_, index) => labels[index] != "places:usa").Aggregate((one, other) => one + other);
            Console.WriteLine(
                $"{level,-8}         {tallies.Average(tally => tally.Precision):F3}     {tallies.Average(tally => tally.Recall):F3}  {tallies.Average(tally => tally.F1):F3}"
                + $"                     {micro.Precision:F3}     {micro.Recall:F3}  {micro.F1:F3}");
        }
    }

    private static TopicQuery QueryOf(string label)
    {
        var text = Typed.GetValueOrDefault(label) ?? label[(label.IndexOf(':') + 1)..].Replace('-', ' ');
        return TopicQuery.Parse(text) is TopicParse.Success { Query: var query } ? query : throw new InvalidOperationException(text);
    }

    private static Tally Count(string label, TopicQuery query, MatchLevel level, List<LabelledArticle> articles, List<AnalyzedArticle> analyzed)
    {
        var (right, wrong, missed) = (0, 0, 0);
        for (var index = 0; index < articles.Count; index++)
        {
            var matches = TopicMatch.Of(query, analyzed[index])?.Level >= level;
            var isLabelled = articles[index].Labels.Contains(label);
            right += matches && isLabelled ? 1 : 0;
            wrong += matches && !isLabelled ? 1 : 0;
            missed += !matches && isLabelled ? 1 : 0;
        }

        return new Tally(right, wrong, missed);
    }
}
