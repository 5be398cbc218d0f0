namespace NewsBot.BotApi.Updates;

/// <summary>How long to leave the server alone after failures in a row: 1 s, doubling to 60 s.</summary>
/// <param name="random">A number from 0 to 1: it shortens the pause by up to a quarter, so that many bots do not come back at once.</param>
internal sealed class PollBackoff(Func<double> random)
{
    /// <summary>The longest pause that the server did not ask for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private int failures;

    /// <summary>The pause after one more failure, and at least what the server asked for.</summary>
    public TimeSpan AfterFailure(TimeSpan? asked)
    {
        var seconds = Math.Min(Longest.TotalSeconds, Math.Pow(2, failures)) * (1 - random() / 4);
        failures = Math.Min(failures + 1, 10);
        return TimeSpan.FromSeconds(Math.Max(seconds, asked?.TotalSeconds ?? 0));
    }

    public void AfterSuccess() => failures = 0;
}
