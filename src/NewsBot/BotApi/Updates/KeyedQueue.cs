namespace NewsBot.BotApi.Updates;

/// <summary>Runs work of one key in its order, and of different keys side by side.</summary>
internal sealed class KeyedQueue<TKey>
    where TKey : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Task> newest = [];

    /// <summary>
    /// Runs <paramref name="work"/> when everything that was enqueued before it under the key has ended, however that ended. Returns its task.
    /// </summary>
    public Task EnqueueAsync(TKey key, Func<Task> work)
    {
        lock (gate)
        {
            var task = RunAfterAsync(newest.GetValueOrDefault(key, Task.CompletedTask), work);
            newest[key] = task;
            _ = ForgetAsync(key, task);
            return task;
        }
    }

    private static async Task RunAfterAsync(Task previous, Func<Task> work)
    {
        await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await work();
    }

    private async Task ForgetAsync(TKey key, Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (gate)
        {
            if (newest.GetValueOrDefault(key) == task)
            {
                newest.Remove(key);
            }
        }
    }
}
