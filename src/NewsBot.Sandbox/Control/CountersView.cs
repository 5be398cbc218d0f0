namespace NewsBot.Sandbox.Control;

/// <summary>What the bot did, as the server saw it.</summary>
/// <param name="Accepted">Messages taken in, copies and forwards among them.</param>
/// <param name="TooManyRequests">429 answers the limits gave; injected ones are not counted.</param>
/// <param name="MostInOneSecond">The most sends that arrived in any span of one second, refused ones among them.</param>
/// <param name="ViolationsByChat">How often the bot broke a chat's own limit.</param>
/// <param name="Duplicates">Texts a chat was sent more than once.</param>
public sealed record CountersView(
    long Accepted, long TooManyRequests, int MostInOneSecond, IReadOnlyDictionary<long, int> ViolationsByChat, IReadOnlyList<DuplicateText> Duplicates);

/// <summary>One text that one chat was sent <paramref name="Times"/> times.</summary>
public sealed record DuplicateText(long ChatId, string Text, int Times);
