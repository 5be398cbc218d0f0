namespace NewsBot.Topics.Queries;

/// <summary>Limits of a typed query: enough for anything that people write by hand.</summary>
internal static class QueryLimits
{
    /// <summary>UTF-16 units.</summary>
    public const int Characters = 1_000;

    /// <summary>Words, phrases, quoted texts and filters.</summary>
    public const int Terms = 64;

    /// <summary>Brackets within brackets.</summary>
    public const int Depth = 16;

    /// <summary>Letters before a star, unless the phrase has other words: fewer begin too many words.</summary>
    public const int Beginning = 4;

    /// <summary>Of a topic's name, in UTF-16 units: it is shown in pushes and on buttons.</summary>
    public const int Name = 80;
}
