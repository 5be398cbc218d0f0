namespace NewsBot.Summaries;

/// <summary>
/// Finds sentences that depend on the one before: their subject is a bare pronoun, they go on from it, or it names the source of their
/// claim. In doubt a sentence depends: a summary without it says less and nothing wrong.
/// </summary>
internal static class DanglingReference
{
    /// <summary>How far an opening phrase ("After the talks, he …") may reach.</summary>
    private const int OpeningPhrase = 120;

    /// <summary>A subject without a comma before it stands among the first words: "Last March he …".</summary>
    private const int OpeningWords = 5;

    /// <param name="sentence">The sentence.</param>
    /// <param name="previous">The sentence before it in the same paragraph, or null.</param>
    /// <param name="language">Its words.</param>
    public static bool On(string sentence, string? previous, SummaryLanguage language)
    {
        var ownWords = SummaryQuotes.Outside(sentence);
        return BeginsBare(ownWords, language)
            || HasBareSpeaker(sentence, ownWords, language)
            || (previous is not null && ClaimsWithoutAttribution(ownWords, language) && HasAttribution(previous, language));
    }

    private static bool BeginsBare(string ownWords, SummaryLanguage language)
    {
        var words = SummaryWords.Split(ownWords).Take(OpeningWords + 1).ToList();
        if (words.Count == 0)
        {
            return true; // a quotation alone: nobody says it
        }

        var first = Lower(words[0]);
        if (language.Pronouns.Contains(first) || language.Connectives.Contains(first))
        {
            return true;
        }

        var comma = ownWords.IndexOf(", ", 0, Math.Min(OpeningPhrase, ownWords.Length), StringComparison.Ordinal);
        var afterComma = comma < 0 ? null : SummaryWords.Split(ownWords[comma..]).FirstOrDefault();
        return (afterComma is not null && language.Pronouns.Contains(Lower(afterComma)))
            || (language.Openers.Contains(first) && IsBareAfterOpener(words, language));
    }

    /// <summary>"In March he …", "When asked again he …"; but not "After Holm spoke she …".</summary>
    private static bool IsBareAfterOpener(List<string> words, SummaryLanguage language) =>
        (words.Count > 2 && language.Pronouns.Contains(words[2]))
        || words.Skip(1).TakeWhile(word => !IsName(word)).Any(language.Pronouns.Contains);

    /// <summary>“…,” he said: outside of the quotation there is a pronoun and nobody's name.</summary>
    private static bool HasBareSpeaker(string sentence, string ownWords, SummaryLanguage language) =>
        ownWords.Length < sentence.Length
        && SummaryWords.Split(ownWords).TakeWhile(word => !IsName(word)).Any(word => language.Pronouns.Contains(Lower(word)));

    private static bool ClaimsWithoutAttribution(string ownWords, SummaryLanguage language) =>
        ownWords.Any(char.IsDigit) && !HasAttribution(ownWords, language);

    private static bool HasAttribution(string sentence, SummaryLanguage language) =>
        SummaryWords.Split(sentence).Any(word => language.Attributions.Contains(Lower(word)));

    private static bool IsName(string word) => word.Length > 1 && char.IsUpper(word[0]);

    private static string Lower(string word) => word.ToLowerInvariant();
}
