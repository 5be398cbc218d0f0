using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Content.Dates;

/// <summary>The words of date-words.json: names of zones, and words that stand between the parts of a date and mean nothing.</summary>
internal static partial class DateWords
{
    private static readonly DateWordFile Words = Read();
    private static readonly FrozenDictionary<string, double> Zones = Words.Zones.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Fillers = Words.Fillers.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hours ahead of UTC, or null for what is no zone.</summary>
    public static double? ZoneHours(string word) => Zones.TryGetValue(word, out var hours) ? hours : null;

    public static bool IsFiller(string word) => Fillers.Contains(word.TrimEnd('.'));

    private static DateWordFile Read()
    {
        using var file = typeof(DateWords).Assembly.GetManifestResourceStream("NewsBot.Content.Dates.date-words.json")!;
        return JsonSerializer.Deserialize(file, DateWordJson.Default.DateWordFile)!;
    }

    /// <param name="Zones">Hours ahead of UTC by abbreviation.</param>
    /// <param name="Fillers">In any language, without a full stop behind them.</param>
    internal sealed record DateWordFile(Dictionary<string, double> Zones, List<string> Fillers);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(DateWordFile))]
    private sealed partial class DateWordJson : JsonSerializerContext;
}
