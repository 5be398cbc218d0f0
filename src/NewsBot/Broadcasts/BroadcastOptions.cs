using System.ComponentModel.DataAnnotations;

namespace NewsBot.Broadcasts;

/// <summary>Settings under <c>Broadcasts</c>.</summary>
internal sealed class BroadcastOptions
{
    public const string Section = "Broadcasts";

    /// <summary>How long after it was sent a broadcast still goes out to those who have not got it; a pause counts too.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "30.00:00:00")]
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(2);
}
