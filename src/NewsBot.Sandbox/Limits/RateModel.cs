using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.Limits;

/// <summary>The ways a server may count. Telegram does not say which is its own, so a sender must do well under each.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RateModel>))]
public enum RateModel
{
    /// <summary>Never more than the limit in any span of the window's length.</summary>
    SlidingWindow,

    /// <summary>Never more than the limit from one full second (or minute) of the clock to the next.</summary>
    FixedWindow,

    /// <summary>A bucket of as many tokens as the limit, refilled evenly.</summary>
    Bucket,
}
