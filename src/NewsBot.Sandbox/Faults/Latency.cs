namespace NewsBot.Sandbox.Faults;

/// <summary>How long a call to the Bot API is under way, each way for itself and in milliseconds. All zero is a network that takes no time.</summary>
/// <param name="Least">The shortest journey.</param>
/// <param name="Most">The longest of the ordinary ones; all between are equally likely.</param>
/// <param name="TailShare">The share of journeys, 0 to 1, that take from <paramref name="Most"/> to <paramref name="TailMost"/>.</param>
/// <param name="TailMost">The longest journey of all.</param>
public sealed record Latency(double Least = 0, double Most = 0, double TailShare = 0, double TailMost = 0);
