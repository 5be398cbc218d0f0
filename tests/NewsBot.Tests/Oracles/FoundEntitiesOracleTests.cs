using System.Text.Json;
using System.Text.RegularExpressions;
using NewsBot.Sandbox.Markup;

namespace NewsBot.Tests.Oracles;

/// <summary>The Sandbox finds in a plain text what Telegram finds there.</summary>
public sealed partial class FoundEntitiesOracleTests
{
    // Found by Telegram's applications, and no entity of the Bot API.
    private static readonly string[] NotOfBots = ["BankCardNumber", "MediaTimestamp"];

    [Theory]
    [MemberData(nameof(OracleSeeds.All), MemberType = typeof(OracleSeeds))]
    public void Addresses_mentions_tags_and_commands_are_found_where_Telegram_finds_them(int seed)
    {
        var oracle = TdLib.OrSkip();
        var samples = new TextSamples(new Random(seed));
        var found = 0;
        for (var round = 0; round < OracleSeeds.Rounds; round++)
        {
            var text = samples.Next();
            if (Differs(oracle, text))
            {
                var smallest = Smallest.Of(text, sample => Differs(oracle, sample));
                Assert.Fail($"Seed {seed}, round {round}: {smallest} {JsonSerializer.Serialize(smallest)}\nTelegram: {string.Join(", ", oracle.FindEntities(smallest))}\nSandbox:  {string.Join(", ", Found(smallest))}");
            }

            found += oracle.FindEntities(text).Count;
        }

        Assert.True(found > OracleSeeds.Rounds / 2, "Too little was found in the samples.");
    }

    private static bool Differs(TdLib oracle, string text)
    {
        var expected = oracle.FindEntities(text);
        return !expected.Any(entity => IsLeftOut(entity, text)) && !expected.SequenceEqual(Found(text));
    }

    /// <summary>A text is not compared where Telegram finds what bots are not told of, or an address without a scheme under a top-level domain
    /// that the Sandbox's short list does not have.</summary>
    private static bool IsLeftOut(ReadEntity entity, string text) =>
        NotOfBots.Contains(entity.Type) || (entity.Type == "url" && Bare().Match(text[entity.Offset..entity.End]) is { Success: true } match && !AddressShape.IsKnown(match.Groups["top"].Value));

    [GeneratedRegex(@"^(?!\w+://)(?:[^/?#@]*@)?[^/?#@:]*\.(?<top>[^/?#:.]+)")]
    private static partial Regex Bare();

    private static IEnumerable<ReadEntity> Found(string text) => FoundEntities.Add(new FormattedText(text, [])).Entities.Select(ReadEntity.From);
}
