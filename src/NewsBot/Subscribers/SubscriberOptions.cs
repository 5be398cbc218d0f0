using System.ComponentModel.DataAnnotations;

namespace NewsBot.Subscribers;

/// <summary>Settings under <c>Subscribers</c>.</summary>
internal sealed class SubscriberOptions
{
    public const string Section = "Subscribers";

    /// <summary>Most topics that one chat may follow.</summary>
    [Range(1, 10_000)]
    public int MaximumTopics { get; set; } = 100;

    /// <summary>Pushes of one topic in one chat within an hour; what comes beyond is gathered into one message.</summary>
    [Range(1, 1000)]
    public int PushesPerHour { get; set; } = 6;
}
