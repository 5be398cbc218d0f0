
namespace NewsBot.Hosting;

/// <summary>How a loop is.</summary>
/// <param name="Since">Since when (UTC); null where it has told nothing yet.</param>
/// <param name="Why">What is wrong, in a sentence; null where nothing is.</param>
internal sealed record WorkerHealth(string Name, WorkerState State, DateTimeOffset? Since, string? Why)
{
    /// <summary>A machine with much to do wakes a waiting loop late by seconds, not by this.</summary>
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(30);

    public static WorkerHealth Of(Worker loop, Heartbeats beats, DateTimeOffset now) => beats.Last(loop.Name) switch
    {
        var last when loop.ExecuteTask is { IsCompleted: true } =>
            new WorkerHealth(loop.Name, WorkerState.Ended, last?.Since, "It has ended for good: restart NewsBot. The log says why."),
        null => new WorkerHealth(loop.Name, WorkerState.Starting, null, "It has not begun yet."),
        var last when IsOverdue(last, now) => new WorkerHealth(loop.Name, WorkerState.Stuck, last.Since, Overdue(last)),
        { Failure: { } why } last => new WorkerHealth(loop.Name, WorkerState.Failing, last.FailingSince, why),
        var last => new WorkerHealth(loop.Name, last.IsWorking ? WorkerState.Working : WorkerState.Idle, last.Since, null),
    };

    private static bool IsOverdue(Heartbeat last, DateTimeOffset now) =>
        last.Allowance != Timeout.InfiniteTimeSpan && now - last.Since > last.Allowance + Lateness;

    private static string Overdue(Heartbeat last) =>
        $"It has been {(last.IsWorking ? "at the same piece of work" : "waiting")} since {last.Since:u}, and should be for {last.Allowance:g} at most."
        + (last.Failure is { } failure ? $" Before that it failed: {failure}" : "");
}
