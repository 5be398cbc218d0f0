namespace NewsBot.Sandbox.Faults;

/// <summary>Faults by chance, until others are set.</summary>
/// <param name="Share">The share of calls, 0 to 1, that meet one; 0 ends them.</param>
/// <param name="Kinds">Those there are, each as likely as the others; null for all.</param>
/// <param name="Method">A Bot API method, any case.</param>
/// <param name="Seed">Two runs with the same one draw the same.</param>
/// <param name="RetryAfter">Seconds, of TooManyRequests.</param>
/// <param name="LatencyMilliseconds">Of Latency.</param>
public sealed record RandomFaults(
    double Share, IReadOnlyList<FaultKind>? Kinds = null, string Method = "sendMessage", int Seed = 1, int RetryAfter = 1, int LatencyMilliseconds = 1000);
