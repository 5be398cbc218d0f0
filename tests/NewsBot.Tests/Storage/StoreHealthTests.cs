using Microsoft.Extensions.Logging;
using NewsBot.Hosting;
using NewsBot.Storage;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Storage;

public sealed class StoreHealthTests : IDisposable
{
    private readonly CapturedLogs logs = new();
    private readonly StoreHealth health;

    public StoreHealthTests() => health = new StoreHealth(logs.For<Worker>());

    public void Dispose() => logs.Dispose();

    [Fact]
    public void A_problem_is_logged_once_for_all_workers_and_ends_with_the_last_of_them()
    {
        health.Failed("polling", "The disk is full.");
        health.Failed("sending", "The disk is full.");
        health.Failed("polling", "The disk is full.");
        health.Succeeded("polling");
        Assert.Equal("The disk is full.", health.Problem);

        health.Succeeded("sending");

        Assert.Null(health.Problem);
        Assert.StartsWith("The disk is full.", Assert.Single(logs.At(LogLevel.Error)), StringComparison.Ordinal);
        Assert.StartsWith("The store works again", Assert.Single(logs.At(LogLevel.Information)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_was_never_affected_ends_nothing()
    {
        health.Failed("sending", "The disk is full.");
        health.Succeeded("pruning");
        Assert.Equal("The disk is full.", health.Problem);
        Assert.Empty(logs.At(LogLevel.Information));
    }

    [Fact]
    public void Two_faces_of_one_problem_are_logged_once_each()
    {
        for (var round = 0; round < 5; round++)
        {
            health.Failed("checking", "The store was cut short.");
            health.Failed("sending", "The store is damaged.");
        }

        Assert.Equal(2, logs.At(LogLevel.Error).Count);
    }

    [Fact]
    public void Another_problem_is_logged_too_and_the_same_one_again_after_it_was_over()
    {
        health.Failed("sending", "The disk is full.");
        health.Failed("sending", "The store is damaged.");
        health.Succeeded("sending");
        health.Failed("sending", "The disk is full.");
        Assert.Equal(3, logs.At(LogLevel.Error).Count);
    }
}
