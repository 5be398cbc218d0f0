using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>The small words of a language by which a sentence refers to another one or names its source.</summary>
/// <param name="Pronouns">Subjects that say nothing where their antecedent is not in the sentence.</param>
/// <param name="Connectives">Words that a sentence begins with when it goes on from the one before.</param>
/// <param name="Openers">Words that a phrase begins with after which the subject follows: "In March he …".</param>
/// <param name="Attributions">Words by which a claim is somebody's: said, according.</param>
internal sealed record SummaryLanguage(
    FrozenSet<string> Pronouns, FrozenSet<string> Connectives, FrozenSet<string> Openers, FrozenSet<string> Attributions)
{
    private static readonly FrozenDictionary<string, SummaryLanguage> All =
        new[] { "en", "de", "es", "fr", "uk", "ru" }.ToFrozenDictionary(code => code, Read);

    /// <summary>The words of a two-letter language; of English where it is unknown.</summary>
    public static SummaryLanguage Of(string? language) => All.GetValueOrDefault(language ?? "en", All["en"]);

    /// <summary>Whether a folded word says nothing about what a sentence is about.</summary>
    public bool IsFunctionWord(string word) =>
        StopWords.Contains(word) || Attributions.Contains(word) || Openers.Contains(word) || Connectives.Contains(word) || Pronouns.Contains(word);

    private static SummaryLanguage Read(string code)
    {
        var words = SummaryWordLists.Read(code, SummaryJson.Default.LanguageWords);
        return new SummaryLanguage(words.Pronouns.ToFrozenSet(StringComparer.Ordinal), words.Connectives.ToFrozenSet(StringComparer.Ordinal), words.Openers.ToFrozenSet(StringComparer.Ordinal), words.Attributions.ToFrozenSet(StringComparer.Ordinal));
    }
}
