namespace NewsBot.Summaries;

/// <summary>
/// Tells sentences that lean on the one before: by a bare pronoun as their subject, a word that answers it, or a claim whose source
/// stands there. In doubt a sentence leans: a summary without it says less and nothing wrong.
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
        var told = SummaryQuotes.Outside(sentence);
        return BeginsBare(told, language)
            || HasBareSpeaker(sentence, told, language)
            || (previous is not null && ClaimsWithoutSource(told, language) && HasSource(previous, language));
    }

    private static bool BeginsBare(string told, SummaryLanguage language)
    {
        var words = SummaryWords.Split(told).Take(OpeningWords + 1).ToList();
        if (words.Count == 0)
        {
            return true; // a quotation alone: nobody says it
        }

        var first = Lower(words[0]);
        if (language.Subjects.Contains(first) || language.Answers.Contains(first))
        {
            return true;
        }

        var comma = told.IndexOf(", ", 0, Math.Min(OpeningPhrase, told.Length), StringComparison.Ordinal);
        var afterComma = comma < 0 ? null : SummaryWords.Split(told[comma..]).FirstOrDefault();
        return (afterComma is not null && language.Subjects.Contains(Lower(afterComma)))
            || (language.Openers.Contains(first) && IsBareAfterOpener(words, language));
    }

    /// <summary>"In March he …", "When asked again he …"; but not "After Holm spoke she …".</summary>
    private static bool IsBareAfterOpener(List<string> words, SummaryLanguage language) =>
        (words.Count > 2 && language.Subjects.Contains(words[2]))
        || words.Skip(1).TakeWhile(word => !IsName(word)).Any(language.Subjects.Contains);

    /// <summary>“…,” he said: outside of the quotation there is a pronoun and nobody's name.</summary>
    private static bool HasBareSpeaker(string sentence, string told, SummaryLanguage language) =>
        told.Length < sentence.Length
        && SummaryWords.Split(told).TakeWhile(word => !IsName(word)).Any(word => language.Subjects.Contains(Lower(word)));

    private static bool ClaimsWithoutSource(string told, SummaryLanguage language) =>
        told.Any(char.IsDigit) && !HasSource(told, language);

    private static bool HasSource(string sentence, SummaryLanguage language) =>
        SummaryWords.Split(sentence).Any(word => language.Sources.Contains(Lower(word)));

    private static bool IsName(string word) => word.Length > 1 && char.IsUpper(word[0]);

    private static string Lower(string word) => word.ToLowerInvariant();
}
