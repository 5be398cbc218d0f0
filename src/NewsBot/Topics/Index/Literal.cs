namespace NewsBot.Topics.Index;

/// <summary>Something that an article holds or not: a word, two words side by side, a name in any of its forms.</summary>
internal struct Literal
{
    /// <summary>The hash by which an article finds it.</summary>
    public ulong Key;

    /// <summary>What is to be done where it is found; see <see cref="Posting"/>.</summary>
    public long Postings;
}
