namespace NewsBot.Topics.Queries;

/// <summary>How alike a word of a query and a word of an article must be.</summary>
internal enum WordForm
{
    /// <summary>Number and case may differ: plain text.</summary>
    Stem,

    /// <summary>Accents may differ: quoted text, and acronyms.</summary>
    Plain,

    /// <summary>Nothing but width and capitals may differ: quoted text that has accents.</summary>
    Word,

    /// <summary>The word of the article begins with it, accents aside: <c>climat*</c>.</summary>
    Beginning,
}
