using System.Text;
using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>Adjacent words; at least one.</summary>
internal sealed record Phrase(IReadOnlyList<QueryWord> Words)
{
    /// <summary>Whether a hit depends on capitals, for which a title all in capitals is no evidence.</summary>
    public bool NeedsCapitals { get; } = Words.Any(word => word.Case != CaseRule.Any);

    /// <summary>Index of the first word whose stem an article must hold; -1 when all are beginnings.</summary>
    public int FirstStem { get; } = Words.TakeWhile(word => word.Form == WordForm.Beginning).Count() is var beginnings && beginnings < Words.Count
        ? beginnings
        : -1;

    /// <summary>Whether it is of a script without spaces, in which letters side by side may be pieces of two words.</summary>
    public bool IsUnspaced { get; } = Words.Count > 0 && Scripts.Of(Rune.GetRuneAt(Words[0].Term.Plain, 0)) == Script.Unspaced;

    /// <summary>The language in which the phrase says nothing; null for nearly all.</summary>
    public string? EmptyIn { get; } = Words.Count == 1 ? StopWords.LanguageOf(Words[0].Term.Plain) : null;

    /// <summary>Plain text: number, case and accents may differ in the article.</summary>
    public static Phrase Of(IReadOnlyList<Token> tokens) => new([.. tokens.Select((token, index) =>
    {
        var rule = CapitalRules.RuleFor(tokens, index);
        return new QueryWord(token.Term, rule != CaseRule.Any ? WordForm.Plain : WordForm.Stem, rule);
    })]);

    /// <summary>The same words, each of which must have a capital where it has one here.</summary>
    public static Phrase Capitalised(IReadOnlyList<Token> tokens) => new([.. tokens.Select(token =>
        new QueryWord(token.Term, WordForm.Stem, token.Shape >= TokenShape.Capitalised ? CaseRule.Capitalised : CaseRule.Any))]);
}
