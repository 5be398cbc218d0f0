using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>
/// Decides which words of a topic an article must write with capitals: acronyms and names that are also common words. Without that rule
/// WHO is right once in 500 hits. NATO and OPEC are no common words, and match in any case.
/// </summary>
internal static class CapitalRules
{
    /// <summary>In a phrase all in capitals, a longer word than this shows that somebody merely types in capitals.</summary>
    private const int MaxAcronym = 5;

    private static readonly FrozenSet<string> Words = LanguageFiles.Together(language => language.WordsThatAreAcronyms);

    private static readonly FrozenSet<string> Names = LanguageFiles.Together(language => language.NamesThatAreWords);

    /// <summary>Whether the word at an index of a phrase, as somebody typed it, asks for capitals in the article.</summary>
    public static CaseRule RuleFor(IReadOnlyList<Token> phrase, int index)
    {
        var (term, shape) = (phrase[index].Term, phrase[index].Shape);
        return shape switch
        {
            TokenShape.Upper when IsAmbiguous(term.Plain) && !IsShouted(phrase) && !IsDesignation(phrase, index) => CaseRule.Upper,
            TokenShape.Capitalised when phrase.Count == 1 && Names.Contains(term.Plain) => CaseRule.Capitalised,
            _ => CaseRule.Any,
        };
    }

    /// <summary>
    /// Any two letters are a word in some language: "eu" in French, "ai" in Italian, "un" in Spanish. OR stays small, because
    /// the canonical form shows an acronym in capitals, where it would read as the operator.
    /// </summary>
    private static bool IsAmbiguous(string plain) =>
        (plain.Length == 2 && plain != "or" && plain.All(char.IsLetter)) || Words.Contains(plain);

    /// <summary>CO2 and PS5: with a number after it, it is no common word.</summary>
    private static bool IsDesignation(IReadOnlyList<Token> phrase, int index) =>
        index + 1 < phrase.Count && phrase[index + 1].Start == phrase[index].End && char.IsAsciiDigit(phrase[index + 1].Term.Plain[0]);

    private static bool IsShouted(IReadOnlyList<Token> phrase) =>
        phrase.Count > 1
        && phrase.All(token => token.Shape is TokenShape.Upper or TokenShape.Caseless)
        && phrase.Any(token => token.Term.Plain.Length > MaxAcronym);
}
