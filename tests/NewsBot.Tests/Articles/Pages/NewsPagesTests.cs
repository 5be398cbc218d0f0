using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Articles.Pages;

/// <summary>How well bodies are found on a collection of news pages with their true bodies.</summary>
public sealed partial class NewsPagesTests(ITestOutputHelper output)
{
    [Fact]
    public void Bodies_of_news_pages_are_found()
    {
        var folder = Corpora.Folder("pages-news");
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "ground-truth.json")));
        var scores = truth.RootElement.EnumerateObject()
            .Select(page => Score(page.Name, page.Value.GetProperty("articleBody").GetString()!, Body(Path.Combine(folder, "html", page.Name + ".html.gz"))))
            .ToList();

        var (precision, recall) = (scores.Average(score => score.Precision), scores.Average(score => score.Recall));
        var f1 = 2 * precision * recall / (precision + recall);
        output.WriteLine($"{scores.Count} pages: precision {precision:F4}, recall {recall:F4}, F1 {f1:F4}, exact {scores.Average(score => score.IsExact ? 1 : 0):F3}");
        foreach (var (name, p, r, _) in scores.OrderBy(score => score.Precision + score.Recall).Take(12))
        {
            output.WriteLine($"  {name[..8]} precision {p:F2} recall {r:F2}");
        }

        Assert.InRange(f1, 0.95, 1);
    }

    private static string Body(string path)
    {
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return Read.Page(Read.Reader.Read(bytes.ToArray(), "text/html; charset=utf-8", null)).Text;
    }

    private static (string Name, double Precision, double Recall, bool IsExact) Score(string name, string truth, string found)
    {
        var (gold, got) = (Words(truth), Words(found));
        var (want, have) = (Shingles(gold), Shingles(got));
        var shared = want.Sum(shingle => Math.Min(shingle.Value, have.GetValueOrDefault(shingle.Key)));
        return (name, Share(shared, have), Share(shared, want), gold.SequenceEqual(got));
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
