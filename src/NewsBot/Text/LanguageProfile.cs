using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Text;

/// <summary>What a language is known by.</summary>
/// <param name="Code">Two letters (ISO 639-1).</param>
/// <param name="Letters">All letters that its words are written with, in lower case; a hyphen between two stands for those between them.</param>
/// <param name="Words">Its most frequent words, divided by spaces; empty where its letters are nobody else's.</param>
internal sealed partial record LanguageProfile(string Code, string Letters, string Words)
{
    private const string ResourceName = "NewsBot.Text.language-profiles.json";

    public static LanguageProfile[] Load()
    {
        using var file = typeof(LanguageProfile).Assembly.GetManifestResourceStream(ResourceName)!;
        return JsonSerializer.Deserialize(file, LanguageProfileJson.Default.LanguageProfileArray)!;
    }

    public IEnumerable<char> EachLetter()
    {
        for (var at = 0; at < Letters.Length; at++)
        {
            if (at + 2 < Letters.Length && Letters[at + 1] == '-')
            {
                for (var letter = (int)Letters[at]; letter <= Letters[at + 2]; letter++)
                {
                    yield return (char)letter;
                }

                at += 2;
            }
            else
            {
                yield return Letters[at];
            }
        }
    }

    [JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
    [JsonSerializable(typeof(LanguageProfile[]))]
    private sealed partial class LanguageProfileJson : JsonSerializerContext;
}
