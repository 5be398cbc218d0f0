namespace NewsBot.Sources.Health;

/// <summary>Decides whether a source is in trouble. Knows no clock: the caller says what time it is.</summary>
internal static class SourceHealthEvaluator
{
    /// <summary>A night's outage mends itself.</summary>
    public static readonly TimeSpan FailingFor = TimeSpan.FromDays(1);

    /// <summary>One failure after the bot itself was stopped for a day says nothing of the source.</summary>
    private const int MinFailures = 2;

    /// <summary>Weekends are quiet, and so are the holidays around them.</summary>
    public static readonly TimeSpan ShortestSilence = TimeSpan.FromDays(4);

    /// <summary>A silence of so many usual gaps is no accident: at random one in a million gaps is longer than 14.</summary>
    private const double SilentGaps = 14;

    public static SourceProblem Of(Source source, DateTimeOffset now) => source switch
    {
        { State: SourceState.Gone } => SourceProblem.Gone,
        { State: not SourceState.Watched } => SourceProblem.None,
        { FailingSince: { } since } when now - since >= FailingFor => SourceProblem.Failing,
        { Failures: >= MinFailures, LastSuccessAt: { } success } when now - success >= FailingFor => SourceProblem.Failing,
        { FailingSince: null, TypicalGap: { } gap, LastNewsAt: { } last, BaselineAt: { } first } when IsSilent(now - last, gap) && now - first >= ShortestSilence => SourceProblem.Silent,
        _ => SourceProblem.None,
    };

    private static bool IsSilent(TimeSpan silence, TimeSpan gap) => silence >= ShortestSilence && silence >= SilentGaps * gap;
}
