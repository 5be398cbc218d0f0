namespace NewsBot.Sandbox.Faults;

/// <summary>A fault for the next <paramref name="Times"/> calls that fit.</summary>
/// <param name="Method">A Bot API method, any case; null for all.</param>
/// <param name="ChatId">Only calls with this chat_id; null for all.</param>
/// <param name="RetryAfter">Seconds, of TooManyRequests.</param>
/// <param name="LatencyMilliseconds">Of Latency.</param>
public sealed record Fault(FaultKind Kind, string? Method = null, long? ChatId = null, int Times = 1, int RetryAfter = 1, int LatencyMilliseconds = 0);
