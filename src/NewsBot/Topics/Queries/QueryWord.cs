using NewsBot.Text;

namespace NewsBot.Topics.Queries;

/// <summary>
/// One word of a phrase. A token that fits has the same stem, which is what an index may look for, unless the word is a
/// <see cref="WordForm.Beginning"/>: then the token's plain form begins with the plain form of this.
/// </summary>
internal sealed record QueryWord(Term Term, WordForm Form, CaseRule Case)
{
    /// <summary>Whether it is never widened by endings.</summary>
    public bool IsExact => Form is WordForm.Plain or WordForm.Word;

    /// <param name="token">A word of an article.</param>
    /// <param name="caseTells">False in a title all in capitals, where capitals are no evidence.</param>
    public bool Fits(in Token token, bool caseTells) => FitsForm(token.Term) && (!caseTells || FitsCase(token.Shape));

    private bool FitsForm(Term other) => Form switch
    {
        WordForm.Stem => other.Stem == Term.Stem,
        WordForm.Plain => other.Plain == Term.Plain,
        WordForm.Word => other.Word == Term.Word,
        _ => other.Plain.StartsWith(Term.Plain, StringComparison.Ordinal),
    };

    private bool FitsCase(TokenShape shape) => Case switch
    {
        CaseRule.Any => true,
        CaseRule.Lower => shape == TokenShape.Lower,
        CaseRule.Capitalised => shape is TokenShape.Capitalised or TokenShape.Upper,
        _ => shape == TokenShape.Upper,
    };
}
