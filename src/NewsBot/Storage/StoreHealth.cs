namespace NewsBot.Storage;

/// <summary>Tells of trouble with the store once, whichever loops meet it, and once more when the last of them is out of it.</summary>
internal sealed partial class StoreHealth(ILogger logger)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> troubled = [];
    private string? trouble;

    /// <summary>What is wrong with the store, in a sentence; null when no loop is in trouble with it.</summary>
    public string? Trouble
    {
        get
        {
            lock (gate)
            {
                return trouble;
            }
        }
    }

    public void Failed(string loop, string sentence)
    {
        lock (gate)
        {
            troubled.Add(loop);
            if (trouble != sentence)
            {
                trouble = sentence;
                Log.Trouble(logger, sentence);
            }
        }
    }

    /// <summary>The loop's round met no trouble. A round that only reads ends nobody else's: a full disk can be read.</summary>
    public void Works(string loop)
    {
        lock (gate)
        {
            if (troubled.Remove(loop) && troubled.Count == 0)
            {
                trouble = null;
                Log.Over(logger);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "{Trouble} NewsBot goes on by itself when that is over, and nothing is lost; this is said once")]
        public static partial void Trouble(ILogger logger, string trouble);

        [LoggerMessage(Level = LogLevel.Information, Message = "The store works again")]
        public static partial void Over(ILogger logger);
    }
}
