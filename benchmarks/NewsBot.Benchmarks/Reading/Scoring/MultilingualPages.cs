using System.Text.Json;
using NewsBot.Articles;
using NewsBot.Content.Html;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>Pages in many languages with texts that the body must and must not hold, and with title, author and date.</summary>
internal static class MultilingualPages
{
    /// <summary>Of <see cref="Metadata"/>.</summary>
    public const int Kinds = 3;

    /// <summary>What a page must give; empty texts where the collection does not say.</summary>
    internal sealed record Truth(string Name, Uri? Address, IReadOnlyList<string> With, IReadOnlyList<string> Without, string Title, string Author, string Date);

    internal sealed record Score(Truth Truth, PageContent Reading, IReadOnlyList<string> Missed, IReadOnlyList<string> Intruders)
    {
        public string Site => Truth.Address?.Host ?? Truth.Name;

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

    /// <param name="every">1 for all pages, 2 for half of them.</param>
    public static IReadOnlyList<Score> Read(PageReader reader, string folder, int every = 1) =>
    [
        .. Load(folder).Where((_, at) => at % every == 0).Select(page => Rate(page.Truth, reader.Read(page.Body, "text/html", page.Truth.Address))),
    ];

    /// <summary>Over all segments of all pages.</summary>
    public static double F1(IReadOnlyList<Score> scores)
    {
        var (found, missed, intruders) = Count(scores);
        return 2.0 * found / (2.0 * found + missed + intruders);
    }

    /// <summary>"titles", "authors" and "dates" over the pages of which the collection tells one.</summary>
    public static IReadOnlyList<Tally> Metadata(IReadOnlyList<Score> scores) =>
    [
        Of("titles", scores, truth => truth.Title, score => score.HasTitle, reading => reading.Title),
        Of("authors", scores, truth => truth.Author, score => score.HasAuthor, reading => string.Join("; ", reading.Authors)),
        Of("dates", scores, truth => truth.Date, score => score.HasDate, reading => $"{reading.Published:yyyy-MM-dd}"),
    ];

    public static void Print(IReadOnlyList<Score> scores, bool withWrong)
    {
        var (found, missed, intruders) = Count(scores);
        Console.WriteLine(
            $"pages-multilingual: {scores.Count} pages, F1 {F1(scores):F4} (found {found}, missed {missed}, wrongly held {intruders} of {scores.Sum(score => score.Truth.Without.Count)})");
        foreach (var score in withWrong ? scores.Where(score => score.Missed.Count + score.Intruders.Count > 0) : [])
        {
            Console.WriteLine($"    {score.Truth.Name}: {string.Concat(score.Missed.Select(text => $" -[{text}]"))}{string.Concat(score.Intruders.Select(text => $" +[{text}]"))}");
        }

        foreach (var tally in Metadata(scores))
        {
            tally.Print(withWrong);
        }

        Console.WriteLine($"  where the collection names none: {scores.Count(score => score.Truth.Author.Length == 0 && score.Reading.Authors.Count > 0)} pages given authors, {scores.Count(score => score.Truth.Date.Length == 0 && score.Reading.Published is not null)} dates");
    }

    private static (int Found, int Missed, int Intruders) Count(IReadOnlyList<Score> scores)
    {
        var missed = scores.Sum(score => score.Missed.Count);
        return (scores.Sum(score => score.Truth.With.Count) - missed, missed, scores.Sum(score => score.Intruders.Count));
    }

    private static Tally Of(string what, IReadOnlyList<Score> scores, Func<Truth, string> truth, Func<Score, bool> isRight, Func<PageContent, string> found) => Tally.Over(
        what,
        [.. scores.Where(score => truth(score.Truth).Length > 0)],
        isRight,
        score => $"{score.Truth.Name}: wanted [{truth(score.Truth)}], found [{found(score.Reading)}]");

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
