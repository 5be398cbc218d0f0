namespace NewsBot.Topics.Queries;

/// <summary>Why a text cannot be a topic.</summary>
internal enum QueryProblem
{
    Empty,
    TooLong,
    TooManyTerms,
    Markup,
    SaysNothing,
    OnlyNegatives,
    OpenQuote,
    OpenBracket,
    StrayBracket,
    MissingTerm,
}
