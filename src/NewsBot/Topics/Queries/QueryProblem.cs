namespace NewsBot.Topics.Queries;

/// <summary>Why a text cannot be a topic.</summary>
internal enum QueryProblem
{
    Empty,
    TooLong,
    TooManyTerms,
    TooManyTopics,
    TooDeep,
    Markup,

    /// <summary>A term of only small words, one letter or signs.</summary>
    SaysNothing,

    /// <summary>Only what to leave out, or an alternative that is only that: it would match nearly every article.</summary>
    OnlyNegatives,

    /// <summary>Only filters: a source or a language.</summary>
    OnlyFilters,

    /// <summary>The same thing is required and excluded.</summary>
    Contradiction,
    OpenQuote,
    OpenBracket,
    StrayBracket,
    MissingTerm,

    /// <summary>Too few letters before a star.</summary>
    ShortBeginning,

    /// <summary>A star that is not at the end of a word.</summary>
    StrayStar,

    /// <summary>No code of a language after "lang:".</summary>
    UnknownLanguage,
}
