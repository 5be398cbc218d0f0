using System.ComponentModel.DataAnnotations;

namespace NewsBot.Subscribers;

/// <summary>Settings under <c>Subscribers</c>.</summary>
internal sealed class SubscriberOptions
{
    public const string Section = "Subscribers";

    /// <summary>Most topics that one chat may follow.</summary>
    [Range(1, 10_000)]
    public int MaximumTopics { get; set; } = 100;
}
