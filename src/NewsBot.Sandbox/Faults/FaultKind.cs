using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.Faults;

/// <summary>What goes wrong with a call.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FaultKind>))]
public enum FaultKind
{
    /// <summary>The connection ends before the call is carried out: nothing has happened.</summary>
    DropBefore,

    /// <summary>The call is carried out and the connection ends: the message is there, the answer is lost.</summary>
    DropAfter,

    /// <summary>The call is carried out and half of the answer arrives.</summary>
    TruncatedBody,

    /// <summary>502 with a page of HTML, from a front end; nothing has happened.</summary>
    BadGateway,

    /// <summary>500 "Internal Server Error: restart"; nothing has happened.</summary>
    Restart,

    /// <summary>429 with the given retryAfter; nothing has happened.</summary>
    TooManyRequests,

    /// <summary>The call is carried out after a wait of the given milliseconds.</summary>
    Latency,

    /// <summary>The call is carried out, and nothing comes back until the caller gives up.</summary>
    Hang,

    /// <summary>The call is carried out, and a front end that does not wait for it answers 504 with a page of HTML.</summary>
    GatewayTimeout,

    /// <summary>200 with a page of HTML, from whoever stands in between; nothing has happened.</summary>
    HtmlOk,
}
