using System.Text.Json.Nodes;
using NewsBot.Sandbox.BotApi;

namespace NewsBot.Sandbox.Updates;

/// <summary>Carries out the call that a bot may put into its answer to a post. Nobody tells the bot how it went.</summary>
/// <param name="methods">Not made yet when this is: one of the methods sets the webhook.</param>
internal sealed class WebhookReply(Lazy<MethodTable> methods)
{
    // As the Bot API server does: these make no sense without their result, or would change the webhook under its own feet.
    private static readonly HashSet<string> Ignored = new(StringComparer.OrdinalIgnoreCase) { "setWebhook", "deleteWebhook", "close", "logOut" };

    public async Task CarryOutAsync(JsonObject? call, CancellationToken cancellation)
    {
        if (call?["method"] is JsonValue name && name.TryGetValue<string>(out var method)
            && !method.StartsWith("get", StringComparison.OrdinalIgnoreCase) && !Ignored.Contains(method))
        {
            await methods.Value.CallAsync(method, CallArguments.FromJson(call), cancellation);
        }
    }
}
