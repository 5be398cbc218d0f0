namespace NewsBot.Outbox;

/// <summary>How many deliveries of a day ended how: what is left of them once they are pruned.</summary>
internal sealed class DeliveryCount
{
    /// <summary>Days since the year 1, of when they ended, in UTC.</summary>
    public int Day { get; set; }

    public Lane Lane { get; set; }

    /// <summary>The announcement of <see cref="Lane.Broadcast"/>; 0 in the other lanes.</summary>
    public long CarriedId { get; set; }

    public DeliveryState State { get; set; }

    public int Count { get; set; }
}
