using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Stories.Words;

/// <summary>Words of one language that say when, how many, and that something changed: the JSON files in this folder.</summary>
/// <param name="Numbers">Digits to the words that say them.</param>
/// <param name="Weekdays">Monday first, each in its forms.</param>
/// <param name="Months">In any order: only that it is a month counts.</param>
/// <param name="Changes">The name of a change of state to the words that tell of it.</param>
internal sealed record StoryWords(
    Dictionary<string, string[]> Numbers, string[][] Weekdays, string[] Months, Dictionary<string, string[]> Changes)
{
    public static readonly FrozenDictionary<string, StoryWords> ByLanguage =
        new[] { "en", "de", "es", "fr", "uk", "ru" }.ToFrozenDictionary(language => language, Read);

    private static StoryWords Read(string language)
    {
        using var stream = typeof(StoryWords).Assembly.GetManifestResourceStream($"NewsBot.Stories.Words.{language}.json")!;
        return JsonSerializer.Deserialize(stream, StoryWordsJson.Default.StoryWords)!;
    }
}

[JsonSerializable(typeof(StoryWords))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
internal sealed partial class StoryWordsJson : JsonSerializerContext;
