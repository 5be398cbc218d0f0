using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.BotApi;

/// <summary>An error answer of the Bot API; the HTTP status is the same as <see cref="Code"/>.</summary>
internal sealed class CallRefusedException(int code, string description, JsonObject? parameters = null) : Exception(description)
{
    public int Code { get; } = code;

    public JsonObject? Parameters { get; } = parameters;

    public static CallRefusedException BadRequest(string what) => new(400, $"Bad Request: {what}");

    public static CallRefusedException Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static CallRefusedException Conflict(string what) => new(409, $"Conflict: {what}");

    public static CallRefusedException MethodNotFound() => new(404, "Not Found: method not found");

    public static CallRefusedException TooManyRequests(int seconds) =>
        new(429, $"Too Many Requests: retry after {seconds}", new JsonObject { ["retry_after"] = seconds });

    public static CallRefusedException Migrated(long to) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat", new JsonObject { ["migrate_to_chat_id"] = to });
}
