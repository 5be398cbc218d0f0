namespace NewsBot.Tests.Support;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    /// <summary>Returns when the condition holds; fails after a minute, which is a hang limit and no figure: a machine may be busy with other things.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }
}
