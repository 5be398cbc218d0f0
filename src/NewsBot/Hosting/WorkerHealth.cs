namespace NewsBot.Hosting;

/// <summary>How a worker is.</summary>
/// <param name="Since">Since when (UTC); null before its first round.</param>
/// <param name="Why">What is wrong, in a sentence; null if nothing is.</param>
internal sealed record WorkerHealth(string Name, WorkerState State, DateTimeOffset? Since, string? Why)
{
    /// <summary>A busy machine wakes a waiting worker seconds late, but not this late.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    public static WorkerHealth Of(Worker worker, Heartbeats heartbeats) => heartbeats.Last(worker.Name) switch
    {
        var last when worker.ExecuteTask is { IsCompleted: true } =>
            new WorkerHealth(worker.Name, WorkerState.Ended, last?.Since, "It has ended for good: restart NewsBot. The log says why."),
        null => new WorkerHealth(worker.Name, WorkerState.Starting, null, "It has not begun yet."),
        var last when IsOverdue(last, heartbeats) => new WorkerHealth(worker.Name, WorkerState.Stuck, last.Since, Overdue(last)),
        { Failure: { } why } last => new WorkerHealth(worker.Name, WorkerState.Failing, last.FailingSince, why),
        var last => new WorkerHealth(worker.Name, last.IsWorking ? WorkerState.Working : WorkerState.Idle, last.Since, null),
    };

    private static bool IsOverdue(Heartbeat last, Heartbeats heartbeats) =>
        last.Allowance != Timeout.InfiniteTimeSpan && heartbeats.Age(last) > last.Allowance + Tolerance;

    private static string Overdue(Heartbeat last) =>
        $"It has been {(last.IsWorking ? "at the same piece of work" : "waiting")} since {last.Since:u}, and should be for {last.Allowance:g} at most."
        + (last.Failure is { } failure ? $" Before that it failed: {failure}" : "");
}
