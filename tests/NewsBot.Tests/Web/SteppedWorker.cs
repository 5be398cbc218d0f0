using NewsBot.Hosting;

namespace NewsBot.Tests.Web;

/// <summary>A loop whose every step is taken by the test.</summary>
internal sealed class SteppedWorker(WorkerContext context) : Worker(context)
{
    private TaskCompletionSource<bool> round = New();
    private TaskCompletionSource<bool> wait = New();

    public static TimeSpan Silence { get; } = TimeSpan.FromMinutes(3);

    public static TimeSpan Longest { get; } = TimeSpan.FromHours(1);

    public int Rounds { get; private set; }

    public int Waits { get; private set; }

    protected override TimeSpan PollInterval => Longest;

    protected override TimeSpan StallTimeout => Silence;

    /// <summary>Ends the round that goes on; the loop then waits.</summary>
    public void EndRound() => Interlocked.Exchange(ref round, New()).SetResult(false);

    public void FailRound(Exception why) => Interlocked.Exchange(ref round, New()).SetException(why);

    public void EndWait() => Interlocked.Exchange(ref wait, New()).SetResult(false);

    public void FinishAPart() => ReportProgress();

    public void WaitForAnother(Task<bool> other) => _ = WaitForAsync(other);

    protected override Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var going = round.Task.WaitAsync(cancellationToken);
        Rounds++;
        return going;
    }

    protected override Task WaitAsync(CancellationToken cancellationToken)
    {
        var going = wait.Task.WaitAsync(cancellationToken);
        Waits++;
        return going;
    }

    private static TaskCompletionSource<bool> New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
