namespace NewsBot.Storage;

/// <summary>Logs once that the store is unavailable, whichever workers run into it, and once more when the last of them has recovered.</summary>
internal sealed partial class StoreHealth(ILogger logger)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> affected = [];
    private readonly HashSet<string> logged = [];
    private string? problem;

    /// <summary>What is wrong with the store, in a sentence; null when no worker is affected.</summary>
    public string? Problem
    {
        get
        {
            lock (gate)
            {
                return problem;
            }
        }
    }

    public void Failed(string worker, string sentence)
    {
        lock (gate)
        {
            affected.Add(worker);
            problem = sentence;

            // Workers may meet different faces of one problem, in turns.
            if (logged.Add(sentence))
            {
                Log.Unavailable(logger, sentence);
            }
        }
    }

    /// <summary>The worker's round succeeded. That says nothing about other workers: a full disk can still be read.</summary>
    public void Succeeded(string worker)
    {
        lock (gate)
        {
            if (affected.Remove(worker) && affected.Count == 0)
            {
                problem = null;
                logged.Clear();
                Log.Recovered(logger);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Problem} NewsBot keeps retrying (repeats suppressed until it succeeds)")]
        public static partial void Unavailable(ILogger logger, string problem);

        [LoggerMessage(Level = LogLevel.Information, Message = "The store works again")]
        public static partial void Recovered(ILogger logger);
    }
}
