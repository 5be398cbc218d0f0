namespace NewsBot.Topics.Queries;

/// <summary>What a word's capitals must be in an article. A higher value asks for more.</summary>
internal enum CaseRule
{
    Any,

    /// <summary>Turkey is a country and turkey a bird.</summary>
    Capitalised,

    /// <summary>WHO is an organisation and who a question.</summary>
    Upper,
}
