using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The envelope of every answer.</summary>
internal sealed record CallAnswer(int Status, JsonObject Body, int? RetryAfter = null)
{
    public static CallAnswer Done(JsonNode? result, string? description = null)
    {
        var body = new JsonObject { ["ok"] = true, ["result"] = result };
        if (description is not null)
        {
            body["description"] = description;
        }
        return new CallAnswer(200, body);
    }

    public static CallAnswer Refused(CallRefusedException refusal)
    {
        var body = new JsonObject { ["ok"] = false, ["error_code"] = refusal.Code, ["description"] = refusal.Message };
        if (refusal.Parameters is { } parameters)
        {
            body["parameters"] = parameters.DeepClone();
        }
        return new CallAnswer(refusal.Code, body, refusal.Parameters?["retry_after"]?.GetValue<int>());
    }

    public static CallAnswer Refused(int code, string description) => Refused(new CallRefusedException(code, description));
}
