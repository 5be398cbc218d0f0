namespace NewsBot.Sources;

internal enum SourceState
{
    /// <summary>Polled on its schedule.</summary>
    Watched,

    /// <summary>Answered 410 Gone: not polled any more, kept for its history.</summary>
    Gone,
}
