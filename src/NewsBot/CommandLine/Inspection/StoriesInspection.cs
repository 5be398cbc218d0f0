using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Content.Dates;
using NewsBot.Content.Urls;
using NewsBot.Stories;
using NewsBot.Stories.Copies;
using NewsBot.Text;

namespace NewsBot.CommandLine.Inspection;

/// <summary><c>inspect stories</c>: articles as lines of JSON, each given its story when it is read, without a look at those after it.</summary>
internal sealed class StoriesInspection
{
    /// <summary>A file of articles is no page.</summary>
    private const int MaxBytes = 1 << 30;

    private readonly ArticlePreparer preparer = new();
    private readonly RecentStories recent = new();
    private readonly List<Article> articles = [];
    private DateTimeOffset last = DateTimeOffset.UnixEpoch;

    public static Command Command()
    {
        var inputs = InspectCommand.Inputs("FILE");
        var command = new Command("stories", "Groups articles, lines of JSON in time order, into stories, and tells which are copies.") { inputs };
        command.SetAction((parsed, cancellationToken) => InspectionRun.StartAsync(
            parsed, parsed.GetRequiredValue(inputs), _ => input => new StoriesInspection().Inspect(input), cancellationToken, MaxBytes));
        return command;
    }

    public IEnumerable<InspectionLine> Inspect(InspectionInput input)
    {
        using var lines = new StreamReader(new MemoryStream(input.Body.ToArray()));
        for (var number = 1; lines.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return LineOf(input.Name, number, line);
            }
        }
    }

    private InspectionLine LineOf(string input, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Place(json.RootElement);
        }
        catch (JsonException exception)
        {
            return Unreadable($"is no JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException)
        {
            return Unreadable("should be an object with id, title and text.");
        }

        InspectionLine.Unreadable Unreadable(string why) => new(input, string.Create(CultureInfo.InvariantCulture, $"Line {number} {why}"));
    }

    private InspectionLine.OfStory Place(JsonElement json)
    {
        var text = TextOf(json, "text");
        last = TimeOf(json) ?? last;
        var compared = preparer.Prepare(TextOf(json, "title"), text, LanguageDetector.Detect(text)?.Code, PublisherOf(json), last);
        var number = articles.Count;
        var original = recent.CopyCandidates(compared).Order().Select(id => articles[(int)id])
            .FirstOrDefault(known => compared.IsCopyOf(known.Compared));
        var placement = original is null ? recent.Place(compared) : null;
        var story = original?.Story ?? (int)(placement?.Story ?? number);
        articles.Add(new Article(json.GetProperty("id").Clone(), story, compared, original?.CopyOf ?? original?.Id));
        var remembered = new RecentArticle(ShingleSample.Of(compared.Shingles), compared.Vector, placement?.Neighbours ?? []);
        recent.Add(number, story, remembered, isCopy: original is not null);
        return new InspectionLine.OfStory(articles[number].Id, articles[story].Id, articles[number].CopyOf);
    }

    private static string? PublisherOf(JsonElement json) =>
        Uri.TryCreate(TextOf(json, "url"), UriKind.Absolute, out var address) ? CanonicalUrl.HostName(address) : null;

    private static string TextOf(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() ?? "" : "";

    /// <summary>ISO 8601, or any date that feeds have; without one it is the time of the line before.</summary>
    private static DateTimeOffset? TimeOf(JsonElement json) =>
        json.TryGetProperty("published", out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => DateParser.Parse(value.GetString()!),
                JsonValueKind.Number when value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800 => DateTimeOffset.FromUnixTimeSeconds(seconds),
                _ => null,
            }
            : null;

    private sealed record Article(JsonElement Id, int Story, ComparedArticle Compared, JsonElement? CopyOf);
}
