namespace NewsBot.Outbox.Pushes;

/// <summary>When pushes are edited. Nothing here asks a clock or a store.</summary>
internal static class EditSchedule
{
    /// <summary>Bots may edit for longer; nobody scrolls further back, and a story of two days ago is told elsewhere.</summary>
    public static readonly TimeSpan OldestPush = TimeSpan.FromHours(48);

    /// <summary>A push that is on its way may have been worded before the newest source: it is looked at again after this.</summary>
    public static readonly TimeSpan WhileSending = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstWindow = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MaxWindow = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long sources gather before a round of edits: 10 s, 20 s, 40 s … 10 min. A story that dozens tell is edited often at first
    /// and hardly at the end, far below the 20 edits a minute that Telegram allows a group.
    /// </summary>
    public static TimeSpan WindowOf(int round) =>
        TimeSpan.FromSeconds(Math.Min(FirstWindow.TotalSeconds * Math.Pow(2, Math.Clamp(round - 1, 0, 16)), MaxWindow.TotalSeconds));
}
