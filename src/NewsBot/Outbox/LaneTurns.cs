namespace NewsBot.Outbox;

/// <summary>
/// Decides which lane is asked first. Of ten messages that are sent while every lane is full, replies have six, news two, digests
/// and broadcasts one each, so that none starves; what a lane does not use goes to the others in their order, so news that waits
/// beside a broadcast alone has nine of ten. Not thread-safe: one loop asks.
/// </summary>
internal sealed class LaneTurns
{
    private static readonly Lane[] Turns =
    [
        Lane.Reply, Lane.News, Lane.Reply, Lane.Reply, Lane.Digest, Lane.Reply, Lane.News, Lane.Reply, Lane.Reply, Lane.Broadcast,
    ];

    private int turn;

    /// <summary>The lane whose turn it is.</summary>
    public Lane Next => Turns[turn];

    /// <summary>A message went out, of whatever lane.</summary>
    public void Took() => turn = (turn + 1) % Turns.Length;
}
