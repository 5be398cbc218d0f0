namespace NewsBot.Stories;

/// <summary>What a word does in an article.</summary>
[Flags]
internal enum TermRole : byte
{
    None = 0,

    /// <summary>It stands in the headline.</summary>
    Title = 1,

    /// <summary>It stands in the headline or the opening.</summary>
    Lead = 2,

    /// <summary>It is written as a name within a sentence.</summary>
    Name = 4,

    Number = 8,
}

/// <summary>A word of an article by which stories are grouped.</summary>
/// <param name="Key">Hash of language and stem.</param>
/// <param name="Weight">Its part of the article's vector, whose length is 1.</param>
/// <param name="Worth">How much it tells: rare words more.</param>
/// <param name="Role">Where and how it stands.</param>
internal readonly record struct WeightedTerm(uint Key, float Weight, float Worth, TermRole Role)
{
    public bool Is(TermRole role) => (Role & role) == role;

    /// <summary>Whether it stands in the headline or opening and says what happens, and not to whom, where or how many.</summary>
    public bool IsMatter => (Role & (TermRole.Lead | TermRole.Name | TermRole.Number)) == TermRole.Lead;
}
