using System.Text.Json.Serialization;

namespace NewsBot.Hosting;

internal enum WorkerState
{
    /// <summary>Its first round has not begun.</summary>
    [JsonStringEnumMemberName("starting")]
    Starting,

    /// <summary>It waits for work, as it should.</summary>
    [JsonStringEnumMemberName("idle")]
    Idle,

    /// <summary>It is in a round.</summary>
    [JsonStringEnumMemberName("working")]
    Working,

    /// <summary>Its last round failed; it keeps retrying.</summary>
    [JsonStringEnumMemberName("failing")]
    Failing,

    /// <summary>Its heartbeat is overdue.</summary>
    [JsonStringEnumMemberName("stuck")]
    Stuck,

    /// <summary>It no longer runs, and only a restart helps.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}
