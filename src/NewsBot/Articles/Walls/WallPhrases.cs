using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Articles.Walls;

/// <summary>What one kind of wall says.</summary>
/// <param name="Wall">The kind.</param>
/// <param name="Titles">Beginnings of its titles, in lower case.</param>
/// <param name="Phrases">Parts of its sentences, in lower case: they speak to the reader, as an article about cookies or outages does not.</param>
internal sealed partial record WallPhrases(PageWall Wall, IReadOnlyList<string> Titles, IReadOnlyList<string> Phrases)
{
    public static IReadOnlyList<WallPhrases> All { get; } = Load();

    private static WallPhrases[] Load()
    {
        using var file = typeof(WallPhrases).Assembly.GetManifestResourceStream("NewsBot.Articles.Walls.walls.json")!;
        return JsonSerializer.Deserialize(file, WallPhrasesJson.Default.WallPhrasesArray)!;
    }

    [JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(WallPhrases[]))]
    private sealed partial class WallPhrasesJson : JsonSerializerContext;
}
