using System.Globalization;

namespace NewsBot.Tests.Outbox.Sending;

/// <summary>Every way in which Telegram goes away, for how long, with a kill in the middle or not; docs/operating.md has the table.</summary>
public sealed class OutageMatrixTests(ITestOutputHelper output)
{
    private static readonly TimeSpan[] Lengths = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(40)];

    /// <summary>Longer than any message of the run is of use.</summary>
    private static readonly TimeSpan Longest = Lengths[^1];

    public static TheoryData<OutageKind> Kinds => [.. Enum.GetValues<OutageKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_lost_within_its_expiry_and_only_what_was_on_its_way_is_doubled(OutageKind kind)
    {
        foreach (var kill in new[] { false, true })
        {
            var cells = new List<string>();
            foreach (var length in Lengths)
            {
                cells.Add(await RunAsync(kind, length, kill));
            }

            output.WriteLine($"| {kind} | {(kill ? "yes" : "no")} | {string.Join(" | ", cells)} |");
        }
    }

    private static async Task<string> RunAsync(OutageKind kind, TimeSpan length, bool kill)
    {
        await using var run = await OutageRun.StartAsync(kind);
        await run.GoAwayAsync(length, kill);
        var result = await run.ResultAsync();
        var how = string.Create(CultureInfo.InvariantCulture, $"{kind} for {length}{(kill ? " with a kill" : "")}: {result}");
        Assert.True(result is { Lost: 0, Unfinished: 0, IsInOrder: true }, how);
        Assert.True(result.Doubled <= run.InFlight && result.MostCopies <= 2, $"{how}, {run.InFlight} in flight");
        Assert.True(length == Longest ? result is { Expired: > 0, ChatsTold: 6 } : result is { Expired: 0, ChatsTold: 0 }, how);
        AssertCalls(run, kind, length, how);
        return string.Create(CultureInfo.InvariantCulture, $"{result.Lost} / {result.Doubled} of {run.InFlight} / {run.Calls.Count}");
    }

    private static void AssertCalls(OutageRun run, OutageKind kind, TimeSpan length, string how)
    {
        if (kind == OutageKind.TooManyRequests)
        {
            Assert.True(run.Calls.Count <= length.TotalSeconds + 1, how); // Telegram answers: it is asked again when it said
            return;
        }

        Assert.All(run.Calls, call => Assert.True(call.IsProbe, how));
        Assert.All(run.Calls.Zip(run.Calls.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(1), how));
    }
}
