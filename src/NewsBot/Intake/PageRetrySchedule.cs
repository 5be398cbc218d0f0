namespace NewsBot.Intake;

/// <summary>When a page that could not be had is tried again.</summary>
internal static class PageRetrySchedule
{
    /// <summary>News is worth little after an hour: three attempts within some minutes, then the feed's own text must do.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>The longest pause that a site can ask for before the feed's text is taken instead.</summary>
    private static readonly TimeSpan MaxPause = TimeSpan.FromHours(1);

    /// <summary>The pause after so many failed attempts (1 or more), or null to give up.</summary>
    /// <param name="attempts">Failed attempts so far, this one included.</param>
    /// <param name="asked">The pause that the site asked for, or null.</param>
    public static TimeSpan? PauseAfter(int attempts, TimeSpan? asked = null)
    {
        if (attempts > Pauses.Length || asked > MaxPause)
        {
            return null;
        }

        var planned = Pauses[attempts - 1];
        return asked > planned ? asked : planned;
    }
}
