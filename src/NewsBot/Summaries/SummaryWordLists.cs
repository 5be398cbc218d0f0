using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Summaries;

/// <summary>The word lists in the folder Languages, which are part of the program.</summary>
internal static class SummaryWordLists
{
    /// <param name="name">The file's, without its extension.</param>
    /// <param name="type">What it holds.</param>
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var file = typeof(SummaryWordLists).Assembly.GetManifestResourceStream($"NewsBot.Summaries.Languages.{name}.json")!;
        return JsonSerializer.Deserialize(file, type)!;
    }
}

/// <summary>See <see cref="SummaryLanguage"/>.</summary>
internal sealed record LanguageWords(string[] Pronouns, string[] Connectives, string[] Openers, string[] Attributions);

/// <summary>How the parts of a page begin that are no prose, in all languages together.</summary>
/// <param name="Captions">Before a colon: "Photo: …".</param>
/// <param name="Bylines">Before a full name; capitals count.</param>
/// <param name="Invitations">Calls to read on, and what is said about the page itself.</param>
/// <param name="Agencies">After a slash: "Jon Berg/Reuters".</param>
/// <param name="PictureNotes">After an opening bracket: "(pictured)".</param>
internal sealed record PageFurniture(string[] Captions, string[] Bylines, string[] Invitations, string[] Agencies, string[] PictureNotes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LanguageWords))]
[JsonSerializable(typeof(PageFurniture))]
internal sealed partial class SummaryJson : JsonSerializerContext;
