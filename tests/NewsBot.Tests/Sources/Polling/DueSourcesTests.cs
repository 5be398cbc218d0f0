using NewsBot.Sources;
using NewsBot.Sources.Polling;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Polling;

public sealed class DueSourcesTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private readonly TemporaryStore store = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task The_longest_due_come_first_one_of_each_host_and_those_that_fail_last()
    {
        await using (var db = store.Open())
        {
            db.Sources.AddRange(
                Source("https://a.example/1", -1),
                Source("https://a.example/2", -5),
                Source("https://a.example:8443/", -2),
                Source("https://b.example/", -3),
                Source("https://c.example/", 1),
                Source("https://d.example/", -9, SourceState.Gone),
                Source("https://e.example/", 0),
                Source("https://busy.example/", -7),
                Source("https://failing.example/", -8, failures: 1));
            db.Sources.AddRange(Enumerable.Range(0, 1_000).Select(number => Source($"https://many.example/{number}", -4)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var due = await new DueSources(store.Factory, Some.Options()).FindAsync(Now, new HashSet<string> { "busy.example" }, 10, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["https://a.example/2", "https://many.example/0", "https://b.example/", "https://a.example:8443/", "https://e.example/", "https://failing.example/"],
            due.Select(source => source.Address));
    }

    [Fact]
    public async Task What_was_scheduled_while_the_clock_was_ahead_is_due_at_once()
    {
        await using (var db = store.Open())
        {
            db.Sources.AddRange(
                Source("https://year.example/", 400 * 24 * 60),
                Source("https://day.example/", 25 * 60, lastCheck: 24 * 60),
                Source("https://week.example/", 7 * 24 * 60, lastCheck: -5),
                Source("https://soon.example/", 10, lastCheck: -5));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var due = new DueSources(store.Factory, Some.Options());
        var reset = await due.ResetFutureAsync(Now, TestContext.Current.CancellationToken);

        Assert.Equal(2, reset);
        Assert.Equal(
            ["https://year.example/", "https://day.example/"],
            (await due.FindAsync(Now, new HashSet<string>(), 10, TestContext.Current.CancellationToken)).Select(source => source.Address));
    }

    private static Source Source(string address, int minutes, SourceState state = SourceState.Watched, int failures = 0, int? lastCheck = null) =>
        new() { Address = address, State = state, Failures = failures, NextCheckAt = Now.AddMinutes(minutes), LastCheckAt = lastCheck is { } ago ? Now.AddMinutes(ago) : null };
}
