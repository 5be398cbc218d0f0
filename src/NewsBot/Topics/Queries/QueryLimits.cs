namespace NewsBot.Topics.Queries;

/// <summary>What a typed query may cost: enough for anything that people write by hand.</summary>
internal static class QueryLimits
{
    /// <summary>UTF-16 units.</summary>
    public const int Characters = 256;

    /// <summary>Words, phrases and quoted texts.</summary>
    public const int Terms = 64;
}
