using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Articles;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>News pages with their true bodies: how many of the runs of four words are found, and found truly.</summary>
internal static partial class NewsPages
{
    /// <summary>What was found on one page, and how well: shares from 0 to 1.</summary>
    internal sealed record Score(string Name, string Site, double Precision, double Recall, bool IsExact);

    public static IEnumerable<(string Name, string Truth, Uri? Address, byte[] Body)> Load(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            var address = page.Value.TryGetProperty("url", out var url) ? new Uri(url.GetString()!) : null;
            yield return (page.Name, page.Value.GetProperty("articleBody").GetString()!, address, Collection.Unzip(Path.Combine(folder, "html", page.Name + ".html.gz")));
        }
    }

    /// <param name="every">1 for all pages, 2 for half of them.</param>
    public static IReadOnlyList<Score> Read(PageReader reader, string folder, int every = 1) =>
    [
        .. Load(folder).Where((_, at) => at % every == 0).Select(page => Rate(page.Name, page.Address?.Host ?? page.Name, page.Truth, ((PageOutcome.Read)reader.Read(page.Body, "text/html; charset=utf-8", page.Address)).Reading)),
    ];

    /// <summary>F1 of the mean precision and the mean recall.</summary>
    public static double F1(IReadOnlyList<Score> scores)
    {
        var (precision, recall) = (scores.Average(score => score.Precision), scores.Average(score => score.Recall));
        return 2 * precision * recall / (precision + recall);
    }

    public static Tally Exact(IReadOnlyList<Score> scores) => Tally.Over(
        "exact", scores, score => score.IsExact, score => $"{score.Name[..8]}: precision {score.Precision:F3}, recall {score.Recall:F3}");

    public static void Print(IReadOnlyList<Score> scores, bool withWrong)
    {
        Console.WriteLine(
            $"pages-news: {scores.Count} pages, F1 {F1(scores):F4} (precision {scores.Average(score => score.Precision):F4}, recall {scores.Average(score => score.Recall):F4})");
        Exact(scores).Print(withWrong);
    }

    private static Score Rate(string name, string site, string truth, PageContent reading)
    {
        var (gold, got) = (Words(truth), Words(reading.Text));
        var (want, have) = (Shingles(gold), Shingles(got));
        var shared = want.Sum(shingle => Math.Min(shingle.Value, have.GetValueOrDefault(shingle.Key)));
        return new Score(name, site, Share(shared, have), Share(shared, want), gold.SequenceEqual(got));
    }

    private static double Share(int shared, Dictionary<string, int> all) => all.Count == 0 ? 1 : (double)shared / all.Values.Sum();

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    private static Dictionary<string, int> Shingles(List<string> words) =>
        Enumerable.Range(0, Math.Max(words.Count == 0 ? 0 : 1, words.Count - 3))
            .Select(at => string.Join(' ', words.Skip(at).Take(4)))
            .GroupBy(shingle => shingle)
            .ToDictionary(group => group.Key, group => group.Count());

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
