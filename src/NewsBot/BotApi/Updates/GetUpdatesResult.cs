using System.Text.Json;

namespace NewsBot.BotApi.Updates;

/// <summary>How a request for updates ended.</summary>
internal abstract record GetUpdatesResult
{
    /// <summary>The server answered with these, oldest first.</summary>
    internal sealed record Answered(IReadOnlyList<ReceivedUpdate> Updates) : GetUpdatesResult;

    /// <summary>The server refused.</summary>
    /// <param name="Code">The Bot API's error code, as of HTTP.</param>
    /// <param name="After">How long it asks to wait (429), or null.</param>
    internal sealed record Refused(int Code, string Description, TimeSpan? After) : GetUpdatesResult;

    /// <summary>The Bot API did not answer.</summary>
    internal sealed record Unreachable(string Why) : GetUpdatesResult;

    /// <summary>Reads the body of an answer, whoever wrote it.</summary>
    public static GetUpdatesResult Read(string body, int httpStatus)
    {
        try
        {
            using var document = JsonDocument.Parse(body, ReceivedUpdate.AnyDepth);
            return Read(document.RootElement) ?? NotTheBotApi(httpStatus);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return NotTheBotApi(httpStatus); // unpaired surrogates throw one of the other two
        }
    }

    private static Unreachable NotTheBotApi(int httpStatus) => new($"HTTP {httpStatus} with an answer that is not the Bot API's");

    private static GetUpdatesResult? Read(JsonElement answer) => answer switch
    {
        { ValueKind: not JsonValueKind.Object } => null,
        _ when !answer.TryGetProperty("ok", out var ok) => null,
        _ when answer.GetProperty("ok").ValueKind != JsonValueKind.True => Refusal(answer),
        _ when answer.TryGetProperty("result", out var result) => new Answered(UpdatesOf(result)),
        _ => null,
    };

    private static List<ReceivedUpdate> UpdatesOf(JsonElement result) =>
        result.ValueKind == JsonValueKind.Array ? [.. result.EnumerateArray().Select(ReceivedUpdate.Of)] : [];

    private static Refused Refusal(JsonElement answer)
    {
        var seconds = answer.TryGetProperty("parameters", out var parameters) ? NumberOf(parameters, "retry_after") : null;
        return new Refused(
            NumberOf(answer, "error_code") ?? 0,
            answer.TryGetProperty("description", out var text) ? text.ToString() : "",
            seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
    }

    private static int? NumberOf(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object
        && owner.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number)
            ? number
            : null;
}
