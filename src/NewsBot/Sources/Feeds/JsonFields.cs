using System.Text.Json;

namespace NewsBot.Sources.Feeds;

/// <summary>The members of one object of a JSON Feed. A member of another kind than it should be is as good as missing.</summary>
internal sealed class JsonFields(IReadOnlyDictionary<string, JsonElement> members, Uri? baseAddress)
{
    public static JsonFields Of(JsonElement item, Uri? baseAddress)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in item.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return new JsonFields(members, baseAddress);
    }

    /// <summary>Null for none. A number is taken as written: ids often are (JSON Feed 1.1, "id").</summary>
    public string? Text(string name) => members.GetValueOrDefault(name) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public string? Address(string name) => FeedFields.Address(Text(name), baseAddress);

    public DateTimeOffset? Date(string name, FeedWarnings warnings) => Text(name) is { Length: > 0 } written ? FeedFields.Date(written, warnings) : null;

    public IEnumerable<string> Texts(string name) => Elements(name).Where(element => element.ValueKind == JsonValueKind.String).Select(element => element.GetString()!);

    /// <summary>The objects of a list, or the one object.</summary>
    public IEnumerable<JsonFields> Objects(string name) =>
        Elements(name).Where(element => element.ValueKind == JsonValueKind.Object).Select(element => Of(element, baseAddress));

    private IEnumerable<JsonElement> Elements(string name) => members.GetValueOrDefault(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray(),
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };
}
