using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The arguments of one call, wherever they came from: numbers may be strings, and objects may be JSON in a string.</summary>
internal sealed class CallArguments(IReadOnlyDictionary<string, JsonNode?> values)
{
    /// <summary>The files of a form of parts, by the name of the part.</summary>
    public IReadOnlyDictionary<string, (string Name, byte[] Content)> Files { get; init; } = new Dictionary<string, (string, byte[])>();

    /// <summary>An uploaded file: the part of the argument's own name, or the one that it names with attach://.</summary>
    public (string Name, byte[] Content)? File(string name)
    {
        var part = Text(name) is ['a', 't', 't', 'a', 'c', 'h', ':', '/', '/', .. var other] ? other : name;
        return Files.TryGetValue(part, out var file) ? file : null;
    }

    public static CallArguments FromJson(JsonObject json) => new(json.ToDictionary(property => property.Key, property => property.Value));

    public string? Text(string name) => values.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        var other => other.ToJsonString(),
    };

    public long? Number(string name) =>
        long.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? SmallNumber(string name) => Number(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;

    public bool Flag(string name) => Text(name) is "true" or "True" or "1";

    /// <summary>An object or an array, or null when there is none or its string is no JSON.</summary>
    public JsonNode? Json(string name)
    {
        if (values.GetValueOrDefault(name) is not JsonValue value)
        {
            return values.GetValueOrDefault(name);
        }
        try
        {
            return value.GetValueKind() == JsonValueKind.String ? JsonNode.Parse(value.GetValue<string>()) : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public IReadOnlyList<string>? Texts(string name) =>
        Json(name) is JsonArray array ? [.. array.Select(item => item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : $"{item}")] : null;
}
