namespace NewsBot.Topics.Queries;

/// <summary>What a word's capitals must be in an article.</summary>
internal enum CaseRule
{
    Any,

    /// <summary>Polish is a language and polish for shoes.</summary>
    Lower,

    /// <summary>Turkey is a country and turkey a bird.</summary>
    Capitalised,

    /// <summary>WHO is an organisation and who a question.</summary>
    Upper,
}
