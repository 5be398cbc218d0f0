namespace NewsBot.Sources.Polling;

/// <summary>What was learned of how a source identifies its entries: which of guid, link and date cannot be relied on.</summary>
[Flags]
internal enum IdentityTraits
{
    None = 0,

    /// <summary>Different entries have the same guid.</summary>
    GuidsRepeat = 1,

    /// <summary>An entry has another guid at each visit.</summary>
    GuidsChange = 2,

    /// <summary>Different entries have the same link: a list or status page.</summary>
    LinksRepeat = 4,

    /// <summary>An entry has another link at each visit.</summary>
    LinksChange = 8,

    /// <summary>An entry has another date at each visit.</summary>
    DatesChange = 16,

    NoGuids = GuidsRepeat | GuidsChange,
    NoLinks = LinksRepeat | LinksChange,
}
