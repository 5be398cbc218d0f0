namespace NewsBot.Sandbox.Limits;

/// <summary>One limit of one thing. Only what was admitted counts: a refused call costs nothing more.</summary>
internal interface IRateLimit
{
    /// <summary>How long until one more would be admitted; zero when it would be now.</summary>
    TimeSpan Wait(DateTimeOffset now);

    void Take(DateTimeOffset now);
}
