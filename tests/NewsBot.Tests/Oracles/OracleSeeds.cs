using System.Globalization;

namespace NewsBot.Tests.Oracles;

/// <summary>The seeds of the random samples: one that is always the same, or those that NEWSBOT_SEEDS lists, such as "7,8,9".</summary>
public static class OracleSeeds
{
    /// <summary>Samples a seed.</summary>
    public const int Rounds = 20_000;

    public static TheoryData<int> All =>
        [.. (Environment.GetEnvironmentVariable("NEWSBOT_SEEDS") ?? "1").Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture))];
}
