namespace NewsBot.Tests.Support;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    /// <summary>Returns when the condition holds; fails after 20 s, which is a hang limit and no figure.</summary>
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, limit.Token);
        }
    }
}
