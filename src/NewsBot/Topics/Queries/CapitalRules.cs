using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>
/// Acronyms that are also common words. Who types them in capitals means the acronym, and an article must write it so:
/// without that rule WHO is right once in 500 hits. NATO or OPEC are no words, and match however they are written.
/// </summary>
internal static class CapitalRules
{
    /// <summary>In a phrase all in capitals, a word longer than any of them tells that somebody merely types in capitals.</summary>
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

    /// <summary>CO2 and PS5: the number says that it is no word.</summary>
    private static bool IsDesignation(IReadOnlyList<Token> phrase, int index) =>
        index + 1 < phrase.Count && phrase[index + 1].Start == phrase[index].End && char.IsAsciiDigit(phrase[index + 1].Term.Plain[0]);

    private static bool IsShouted(IReadOnlyList<Token> phrase) =>
        phrase.Count > 1
        && phrase.All(token => token.Shape is TokenShape.Upper or TokenShape.Caseless)
        && phrase.Any(token => token.Term.Plain.Length > MaxAcronym);
}
