using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Topics.Queries;

/// <summary>The two-letter codes of ISO 639-1, and what people type for them: languageCodes.json.</summary>
internal static class LanguageCodes
{
    private static readonly LanguageCodeList Listed = Read();

    private static readonly FrozenSet<string> All = Listed.Codes.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Codes of countries and names that are typed for a language.</summary>
    private static readonly FrozenDictionary<string, string> Mistaken = Listed.Mistaken.ToFrozenDictionary();

    /// <summary>The code of a typed one, without its region ("pt-BR"); null when there is no such language.</summary>
    public static string? Find(string typed)
    {
        var code = typed.Trim().ToLowerInvariant().Split('-', '_')[0];
        return All.Contains(code) ? code : null;
    }

    /// <summary>What may be meant by a text that is no code; null when nothing comes to mind.</summary>
    public static string? Guess(string typed) => Mistaken.GetValueOrDefault(typed.Trim().ToLowerInvariant());

    private static LanguageCodeList Read()
    {
        using var file = typeof(LanguageCodes).Assembly.GetManifestResourceStream("NewsBot.Topics.Queries.languageCodes.json")!;
        return JsonSerializer.Deserialize(file, LanguageCodesJson.Default.LanguageCodeList)!;
    }
}

/// <param name="Codes">ISO 639-1.</param>
/// <param name="Mistaken">What is typed for a code, in lower case, and the code.</param>
internal sealed record LanguageCodeList(string[] Codes, Dictionary<string, string> Mistaken);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LanguageCodeList))]
internal sealed partial class LanguageCodesJson : JsonSerializerContext;
