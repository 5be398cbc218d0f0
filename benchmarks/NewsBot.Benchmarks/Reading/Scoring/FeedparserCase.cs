using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>One assertion of feedparser's suite about one feed: "feed['title'] == 'Example'", an expression of Python.</summary>
/// <param name="Path">Of the feed, relative to the collection.</param>
/// <param name="Expect">The expression.</param>
/// <param name="IsCore">Whether it asks for a title, link, id, text, date or author alone.</param>
/// <param name="Headers">What the feed is served with: pairs of name and value.</param>
internal sealed partial record FeedparserCase(string Path, string Expect, bool IsCore, string[][] Headers)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };
    private static readonly Uri ServedAt = new("http://127.0.0.1:8097/");

    public static IReadOnlyList<FeedparserCase> All(string folder) =>
    [
        .. File.ReadLines(System.IO.Path.Combine(folder, "cases.jsonl"))
            .Select(line => JsonSerializer.Deserialize<CaseLine>(line, Options)!)
            .Select(line => new FeedparserCase(line.Path, line.Expect, line.Core, line.Headers)),
    ];

    public FeedReadResult Read(string folder) => FeedReader.Read(
        File.ReadAllBytes(System.IO.Path.Combine(folder, Path)),
        Header("Content-Type"),
        new Uri(new Uri(ServedAt, Path), Header("Content-Location") ?? ""));

    /// <summary>Whether the feed says what the expression says, with tags stripped, characters decoded and spaces folded on both sides.</summary>
    public bool Holds(FeedReadResult reading) =>
        reading is FeedReadResult.Read { Feed: var feed } && Wanted().All(wanted => Found(feed, wanted.Of, wanted.Field).Any(found => Same(found, wanted.Value)));

    private string? Header(string name) => Headers.FirstOrDefault(header => header[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    private IEnumerable<(string Of, string Field, string Value)> Wanted()
    {
        var equality = Expect.LastIndexOf("==", StringComparison.Ordinal);
        var value = Expect[(equality + 2)..].Trim();
        value = value.StartsWith('(') ? TupleDate(value) : string.Concat(PythonText().Matches(value).Select(match => Unescape(match.Groups["text"].Value)));
        return Subject().Matches(Expect[..equality]).Select(match => (match.Groups["of"].Value, match.Groups["field"].Value, value));
    }

    private static IEnumerable<string?> Found(Feed feed, string of, string field)
    {
        if (of == "feed")
        {
            return field switch
            {
                "title" or "title_detail" => [feed.Title],
                "link" => [feed.Link],
                "id" or "guid" => [feed.Id],
                "updated_parsed" or "published_parsed" => [Stamp(feed.Updated)],
                _ => [feed.Description],
            };
        }

        var entry = feed.Entries.ElementAtOrDefault(of.Contains('1', StringComparison.Ordinal) ? 1 : 0);
        return entry is null ? [] : field switch
        {
            "title" or "title_detail" => [entry.Title],
            "link" => [entry.Link],
            "id" or "guid" => [entry.Id],
            "author" => [string.Join(", ", entry.Authors)],
            "published_parsed" => [Stamp(entry.Published)],
            "updated_parsed" => [Stamp(entry.Updated ?? entry.Published)],
            _ => [entry.Summary, entry.Content],
        };
    }

    private static string? Stamp(DateTimeOffset? instant) => instant?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string TupleDate(string tuple)
    {
        var parts = tuple.Trim('(', ')').Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return Stamp(new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero))!;
    }

    /// <summary>What was read is plain text, where "&lt;b&gt;" stands for itself; what is expected may be markup.</summary>
    public static bool Same(string? found, string wanted) => Fold(found ?? "") == Plain(wanted, "") || Plain(found ?? "", " ") == Plain(wanted, " ");

    private static string Plain(string text, string tag) => Fold(WebUtility.HtmlDecode(Tags().Replace(text, tag)));

    private static string Fold(string text) => Spaces().Replace(text, " ").Trim();

    private static string Unescape(string text) => Escape().Replace(text, match => match.Value[1] switch
    {
        'u' or 'x' or 'U' => char.ConvertFromUtf32(int.Parse(match.Value.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)),
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        var literal => literal.ToString(),
    });

    private sealed record CaseLine(string Path, string Expect, bool Core, string[][] Headers);

    [GeneratedRegex(@"(?<of>feed|entries\[[01]\])(?:\['(?<field>\w+)'\]|\.(?<field>\w+))(?:\[0\])?(?:\['value'\])?")]
    private static partial Regex Subject();

    [GeneratedRegex(@"'(?<text>(?:[^'\\]|\\.)*)'|""(?<text>(?:[^""\\]|\\.)*)""", RegexOptions.Singleline)]
    private static partial Regex PythonText();

    [GeneratedRegex(@"\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
