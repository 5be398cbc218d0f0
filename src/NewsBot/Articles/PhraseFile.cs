using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace NewsBot.Articles;

/// <summary>
/// A data file of phrases that pages use, one object a language with lists by name. A phrase is a regular expression without look-around,
/// matched regardless of case.
/// </summary>
internal sealed partial class PhraseFile
{
    private readonly Dictionary<string, List<string>> lists = [];

    private PhraseFile(IEnumerable<Dictionary<string, JsonElement>> languages)
    {
        foreach (var (name, values) in languages.SelectMany(language => language).Where(list => list.Value.ValueKind == JsonValueKind.Array))
        {
            lists.TryAdd(name, []);
            lists[name].AddRange(values.EnumerateArray().Select(value => value.GetString()!));
        }
    }

    /// <param name="name">Its path below Articles, with full stops: "Extraction.boilerplate.json".</param>
    public static PhraseFile Load(string name)
    {
        using var file = typeof(PhraseFile).Assembly.GetManifestResourceStream($"NewsBot.Articles.{name}")!;
        return new PhraseFile(JsonSerializer.Deserialize(file, PhraseJson.Default.DictionaryStringJsonElementArray)!);
    }

    /// <summary>
    /// An expression for any phrase of a list, in every language: a page need not be in one. It backtracks, so callers bound the length of
    /// what they match; NonBacktracking takes seconds to construct expressions of this size.
    /// </summary>
    /// <param name="list">The list's name.</param>
    /// <param name="before">What stands before the phrase.</param>
    /// <param name="after">What stands behind it.</param>
    /// <param name="options">Compiled where every line of a page is matched.</param>
    public Regex Pattern(string list, string before = "", string after = "", RegexOptions options = RegexOptions.None) =>
        new($"{before}(?:{Alternatives(list)}){after}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | options);

    /// <summary>The phrases of a list as a part of a larger expression.</summary>
    public string Alternatives(string list) => string.Join('|', lists[list].Distinct());

    [JsonSerializable(typeof(Dictionary<string, JsonElement>[]))]
    private sealed partial class PhraseJson : JsonSerializerContext;
}
