using System.Text.Json;
using NewsBot.Articles;
using NewsBot.Articles.Pages;

namespace NewsBot.Benchmarks.Reading;

/// <summary>Pages in many languages with texts that the body must and must not hold, and with title, author and date.</summary>
internal static class MultilingualPages
{
    /// <summary>What a page must give; empty texts where the collection does not say.</summary>
    internal sealed record Truth(string Name, Uri? Address, IReadOnlyList<string> With, IReadOnlyList<string> Without, string Title, string Author, string Date);

    internal sealed record Score(Truth Truth, PageReading Reading, IReadOnlyList<string> Missed, IReadOnlyList<string> Intruders)
    {
        public bool HasTitle => Same(Truth.Title, Reading.Title);

        public bool HasAuthor => Same(Truth.Author, string.Join(", ", Reading.Authors));

        public bool HasDate => Reading.Published is { } date && date.ToString("yyyy-MM-dd", null) == Truth.Date;
    }

    public static IEnumerable<(Truth Truth, byte[] Body)> Load(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "evaldata.json")));
        foreach (var page in truth.RootElement.EnumerateObject())
        {
            var file = Text(page.Value, "file");
            var address = Uri.TryCreate(page.Name, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
            yield return (
                new Truth(file, address, List(page.Value, "with"), List(page.Value, "without"), Text(page.Value, "title"), Text(page.Value, "author"), Text(page.Value, "date")),
                Collection.Unzip(Path.Combine(folder, "html", file + ".gz")));
        }
    }

    public static IReadOnlyList<Score> Read(PageReader reader, string folder) =>
    [
        .. Load(folder).Select(page => Rate(page.Truth, reader.Read(page.Body, "text/html", page.Truth.Address))),
    ];

    public static void Print(IReadOnlyList<Score> scores)
    {
        var missed = scores.Sum(score => score.Missed.Count);
        var intruders = scores.Sum(score => score.Intruders.Count);
        var found = scores.Sum(score => score.Truth.With.Count) - missed;
        Console.WriteLine(
            $"pages-multilingual: {scores.Count} pages, F1 {2.0 * found / (2.0 * found + missed + intruders):F4} (found {found}, missed {missed}, wrongly held {intruders} of {scores.Sum(score => score.Truth.Without.Count)})");
        Print("titles", scores.Where(score => score.Truth.Title.Length > 0), score => score.HasTitle);
        Print("authors", scores.Where(score => score.Truth.Author.Length > 0), score => score.HasAuthor);
        Print("dates", scores.Where(score => score.Truth.Date.Length > 0), score => score.HasDate);
        Console.WriteLine($"  where the collection names none: {scores.Count(score => score.Truth.Author.Length == 0 && score.Reading.Authors.Count > 0)} pages given authors, {scores.Count(score => score.Truth.Date.Length == 0 && score.Reading.Published is not null)} dates");
    }

    private static void Print(string what, IEnumerable<Score> scores, Func<Score, bool> isRight)
    {
        var all = scores.ToList();
        var right = all.Count(isRight);
        Console.WriteLine($"  {what}: {right} of {all.Count} = {(double)right / all.Count:P1}");
    }

    private static Score Rate(Truth truth, PageOutcome outcome)
    {
        var reading = ((PageOutcome.Read)outcome).Reading;
        var text = Fold(reading.Text);
        return new Score(
            truth,
            reading,
            [.. truth.With.Where(segment => !text.Contains(Fold(segment), StringComparison.Ordinal))],
            [.. truth.Without.Where(segment => text.Contains(Fold(segment), StringComparison.Ordinal))]);
    }

    private static bool Same(string truth, string found) => string.Equals(Fold(truth), Fold(found), StringComparison.Ordinal);

    private static string Fold(string text) => DisplayText.Fold(text);

    private static string Text(JsonElement page, string property) =>
        page.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";

    private static List<string> List(JsonElement page, string property) =>
        page.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString()!).Where(text => text.Length > 0)]
            : [];
}
