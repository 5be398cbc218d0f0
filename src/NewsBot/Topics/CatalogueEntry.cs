using System.Text.Json.Serialization;

namespace NewsBot.Topics;

/// <summary>What a catalogue file says of one topic.</summary>
/// <param name="Name">As people read it; one of its names.</param>
/// <param name="Aliases">Further names, in any language; an article that holds one of them holds the topic.</param>
/// <param name="Includes">Narrower things: an article that holds one holds the topic, but who types one means that alone.</param>
/// <param name="Capitalised">Names that are also common words: they count where they have a capital.</param>
/// <param name="Except">Longer phrases within which a name means something else.</param>
/// <param name="Rivals">Words of articles about something else of the same name: of Pennsylvania, where Georgia is a state too.</param>
internal sealed record CatalogueEntry(string Name, string[]? Aliases, string[]? Includes, string[]? Capitalised, string[]? Except, string[]? Rivals)
{
    /// <summary>Whether it is of the files of countries and places: people bear such names too.</summary>
    [JsonIgnore]
    public bool IsPlace { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CatalogueEntry[]))]
internal sealed partial class CatalogueJson : JsonSerializerContext;
