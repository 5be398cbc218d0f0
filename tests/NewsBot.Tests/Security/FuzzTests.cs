using System.Globalization;

namespace NewsBot.Tests.Security;

/// <summary>
/// Whatever reads outside texts gets broken ones, made from the repository's own samples by a seeded generator. Nothing may throw.
/// <c>NEWSBOT_FUZZ_SECONDS</c> says how long (300 for a run by hand), <c>NEWSBOT_SEED</c> which texts.
/// </summary>
public sealed class FuzzTests
{
    private const int DefaultSeconds = 3;

    private static int Seconds => Number("NEWSBOT_FUZZ_SECONDS") ?? DefaultSeconds;

    private static int Seed => Number("NEWSBOT_SEED") ?? 20261130;

    [Fact]
    public void No_broken_text_makes_a_reader_throw()
    {
        var mutator = new TextMutator(new Random(Seed));
        var targets = FuzzTarget.All.ToList();
        var started = TimeProvider.System.GetTimestamp();
        var calls = 0;
        do
        {
            foreach (var target in targets)
            {
                var text = mutator.Mutate(target.Seeds);
                var failure = Record.Exception(() => target.Read(text));
                Assert.True(failure is null, $"{target.Name} threw, seed {Seed}, call {calls}, on {Convert.ToBase64String(text)}\n{failure}");
                calls++;
            }
        }
        while (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(Seconds));

        TestContext.Current.TestOutputHelper?.WriteLine($"{calls} calls of {targets.Count} readers, seed {Seed}");
        Assert.True(calls >= targets.Count);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
