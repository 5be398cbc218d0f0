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

    /// <summary>Its last rounds failed; it goes on trying.</summary>
    [JsonStringEnumMemberName("failing")]
    Failing,

    /// <summary>It has been silent for longer than it may be.</summary>
    [JsonStringEnumMemberName("stuck")]
    Stuck,

    /// <summary>It does not run any more, and nothing but a restart helps.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}
