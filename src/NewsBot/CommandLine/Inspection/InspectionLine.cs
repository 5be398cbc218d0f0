using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Topics;

namespace NewsBot.CommandLine.Inspection;

/// <summary>A line of an inspection's output: one JSON object. Instants are UTC.</summary>
/// <param name="Input">As it was named on the command line; null, and left out, where a line is about a part of it.</param>
internal abstract record InspectionLine(
    [property: JsonPropertyOrder(-1), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Input)
{
    /// <summary>The input could not be read, with the reason in a sentence.</summary>
    internal sealed record Unreadable(string Input, string Error) : InspectionLine(Input);

    internal sealed record OfFeed(string Input, FeedPart Feed, IReadOnlyList<EntryPart> Entries, IReadOnlyList<string> Warnings)
        : InspectionLine(Input);

    internal sealed record OfArticle(
        string Input,
        string? Url,
        string Title,
        IReadOnlyList<string> Authors,
        DateTime? Published,
        string? Language,
        string? Site,
        IReadOnlyList<string> Tags,
        string? Lede,
        string Text,
        IReadOnlyList<string> Subheads,
        string Summary,
        IReadOnlyList<RelatedPart> Related,
        IReadOnlyList<string> Warnings) : InspectionLine(Input);

    /// <param name="Input">As it was named on the command line.</param>
    /// <param name="Sentences">Those that were chosen, verbatim.</param>
    /// <param name="Summary">The same in one text.</param>
    internal sealed record OfSummary(string Input, IReadOnlyList<string> Sentences, string Summary) : InspectionLine(Input);

    /// <param name="Input">As it was named on the command line.</param>
    /// <param name="Topic">As it was typed.</param>
    /// <param name="Matched">Whether the level that it reaches is enough for the sensitivity.</param>
    /// <param name="Level">The strictest level that it reaches: headline, about or mention; null where it holds nothing of the topic.</param>
    /// <param name="Score">0 to 1; higher is more about the topic.</param>
    /// <param name="Why">The weightiest reasons first.</param>
    internal sealed record OfMatch(string Input, string Topic, bool Matched, string? Level, double Score, IReadOnlyList<MatchReason> Why)
        : InspectionLine(Input);

    /// <param name="Id">As the input has it.</param>
    /// <param name="Story">The id of the first article of its story.</param>
    /// <param name="DuplicateOf">The id of the first article whose text it repeats, or null.</param>
    internal sealed record OfStory(JsonElement Id, JsonElement Story, JsonElement? DuplicateOf) : InspectionLine(Input: null);

    /// <summary>What a feed says of itself.</summary>
    internal sealed record FeedPart(string Title, string? Link, string? Id, string? Description, string? Language, DateTime? Updated);

    internal sealed record EntryPart(
        string? Id,
        string Title,
        string? Link,
        DateTime? Published,
        DateTime? Updated,
        string? Author,
        string Summary,
        string Content,
        IReadOnlyList<string> Tags);

    /// <summary>Another post that a page lists, with its age as the page says it.</summary>
    internal sealed record RelatedPart(string Title, string? Url, string? Age);
}

[JsonSerializable(typeof(InspectionLine.Unreadable))]
[JsonSerializable(typeof(InspectionLine.OfFeed))]
[JsonSerializable(typeof(InspectionLine.OfArticle))]
[JsonSerializable(typeof(InspectionLine.OfSummary))]
[JsonSerializable(typeof(InspectionLine.OfMatch))]
[JsonSerializable(typeof(InspectionLine.OfStory))]
internal sealed partial class InspectionJson : JsonSerializerContext
{
    /// <summary>Letters of every script stay readable: the lines go to files and terminals, never into a page.</summary>
    public static InspectionJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
