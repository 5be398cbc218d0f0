namespace NewsBot.Sandbox.Control;

/// <summary>What the bot did, as the server saw it.</summary>
/// <param name="Accepted">Messages taken in, copies and forwards among them.</param>
/// <param name="TooManyRequests">429 answers the limits gave; injected ones are not counted.</param>
/// <param name="MostInOneSecond">The most sends that arrived in any span of one second, refused ones among them.</param>
/// <param name="ViolationsByChat">How often the bot broke a chat's own limit.</param>
/// <param name="Duplicates">Texts a chat was sent more than once.</param>
/// <param name="TurnedAwayByChat">How often the bot wrote to a chat that cannot be written to: blocked, deactivated, kicked, moved.</param>
/// <param name="OutOfOrderByChat">How often a text that ends in "#" and a number came after one of the same beginning and a higher number.</param>
public sealed record CountersView(
    long Accepted,
    long TooManyRequests,
    int MostInOneSecond,
    IReadOnlyDictionary<long, int> ViolationsByChat,
    IReadOnlyList<DuplicateText> Duplicates,
    IReadOnlyDictionary<long, int> TurnedAwayByChat,
    IReadOnlyDictionary<long, int> OutOfOrderByChat);

/// <summary>One text that one chat was sent <paramref name="Times"/> times.</summary>
public sealed record DuplicateText(long ChatId, string Text, int Times);
