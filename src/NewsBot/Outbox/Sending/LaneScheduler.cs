namespace NewsBot.Outbox.Sending;

/// <summary>
/// Decides which lane is asked first for a slot of the bulk budget. Of ten messages that are sent while every lane is full, news has
/// eight, digests and broadcasts one each, so that none starves; what a lane does not use goes to the others in their order. Replies
/// take no part: they have a budget of their own. Not thread-safe: one worker asks.
/// </summary>
internal sealed class LaneScheduler
{
    public static readonly IReadOnlyList<Lane> Order = [Lane.News, Lane.Digest, Lane.Broadcast];

    private static readonly Lane[] Turns =
    [
        Lane.News, Lane.News, Lane.News, Lane.News, Lane.Digest, Lane.News, Lane.News, Lane.News, Lane.News, Lane.Broadcast,
    ];

    private int turn;

    /// <summary>How many of the next slots are each lane's, by lane; the turns count as taken.</summary>
    public IReadOnlyDictionary<Lane, int> Next(int slots)
    {
        var shares = Order.ToDictionary(lane => lane, _ => 0);
        for (var slot = 0; slot < slots; slot++)
        {
            shares[Turns[turn]]++;
            turn = (turn + 1) % Turns.Length;
        }

        return shares;
    }
}
