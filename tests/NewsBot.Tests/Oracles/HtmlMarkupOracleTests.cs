using NewsBot.Sandbox.Markup;

namespace NewsBot.Tests.Oracles;

/// <summary>The Sandbox reads markup as Telegram does: the same text, the same entities, the same error at the same byte.</summary>
public sealed class HtmlMarkupOracleTests
{
    [Theory]
    [MemberData(nameof(OracleSeeds.All), MemberType = typeof(OracleSeeds))]
    public void Any_html_is_read_as_Telegram_reads_it(int seed)
    {
        var oracle = TdLib.OrSkip();
        var samples = new HtmlSamples(new Random(seed));
        var errors = 0;
        for (var round = 0; round < OracleSeeds.Rounds; round++)
        {
            var html = samples.Next();
            if (Differs(oracle, html))
            {
                var smallest = Smallest.Of(html, sample => Differs(oracle, sample));
                Assert.Fail($"Seed {seed}, round {round}: {System.Text.Json.JsonSerializer.Serialize(smallest)}\nTelegram: {oracle.ParseHtml(smallest)}\nSandbox:  {Read(smallest)}");
            }

            errors += oracle.ParseHtml(html).Error is null ? 0 : 1;
        }

        // Both kinds are there in numbers, or the samples would prove nothing.
        Assert.InRange(errors, OracleSeeds.Rounds / 10, OracleSeeds.Rounds * 9 / 10);
    }

    private static bool Differs(TdLib oracle, string html) => oracle.ParseHtml(html).ToString() != Read(html).ToString();

    private static Parsed Read(string html)
    {
        try
        {
            var parsed = HtmlMarkup.Parse(html);
            return new Parsed(parsed.Text, [.. EntityOrder.Sort(parsed.Entities).Select(ReadEntity.From)], null);
        }
        catch (MarkupException error)
        {
            return new Parsed("", [], $"Can't parse entities: {error.Message}");
        }
    }
}
