namespace NewsBot.EndToEnd.Tests;

/// <summary>
/// How much of the runs that kill and break things by chance is done: a few kills and some hundred messages as a rule, ten times as
/// many with <c>NEWSBOT_LONG=1</c>. Both do the same and hold the same.
/// </summary>
internal static class LongRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("NEWSBOT_LONG") is { Length: > 0 } and not "0";

    public static int Choose(int usual, int atLength) => IsOn ? atLength : usual;
}
