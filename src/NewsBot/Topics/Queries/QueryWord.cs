using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Queries;

/// <summary>One word of a phrase. A token that fits always has the same stem, which is what an index may look for.</summary>
internal sealed record QueryWord(Term Term, WordForm Form, CaseRule Case)
{
    /// <param name="token">A word of an article.</param>
    /// <param name="caseTells">False in a title all in capitals, where capitals are no evidence.</param>
    public bool Fits(in Token token, bool caseTells) => FitsForm(token.Term) && (!caseTells || FitsCase(token.Shape));

    private bool FitsForm(Term other) => Form switch
    {
        WordForm.Stem => other.Stem == Term.Stem,
        WordForm.Plain => other.Plain == Term.Plain,
        _ => other.Word == Term.Word,
    };

    private bool FitsCase(TokenShape shape) => Case switch
    {
        CaseRule.Any => true,
        CaseRule.Capitalised => shape is TokenShape.Capitalised or TokenShape.Upper,
        _ => shape == TokenShape.Upper,
    };
}
