using System.Text.Json.Nodes;
using NewsBot.Sandbox.Updates;

namespace NewsBot.Sandbox.BotApi;

/// <summary>getUpdates, setWebhook, deleteWebhook, getWebhookInfo.</summary>
internal sealed class UpdateMethods(SandboxWorld world, WebhookSender webhook)
{
    private const int MaxUpdates = 100;

    public async Task<JsonNode> GetUpdatesAsync(CallArguments arguments, CancellationToken cancellation)
    {
        if (webhook.Target is not null)
        {
            throw CallRefusedException.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
        world.Updates.SetAllowed(arguments.Texts("allowed_updates"));
        var limit = arguments.SmallNumber("limit") is { } asked and > 0 and <= MaxUpdates ? asked : MaxUpdates;
        var timeout = TimeSpan.FromSeconds(Math.Max(0, arguments.SmallNumber("timeout") ?? 0));
        try
        {
            var updates = await world.Updates.PollAsync(arguments.SmallNumber("offset") ?? 0, limit, timeout, cancellation);
            return new JsonArray([.. updates.Select(update => JsonNode.Parse(update.Json))]);
        }
        catch (UpdateConflictException conflict)
        {
            throw CallRefusedException.Conflict(conflict.Message);
        }
    }

    /// <returns>True, and the description Telegram adds.</returns>
    public (JsonNode Result, string Description) SetWebhook(CallArguments arguments)
    {
        if (arguments.Text("url") is not { Length: > 0 } url)
        {
            return DeleteWebhook(arguments);
        }
        var target = WebhookTarget.Read(url, arguments.Text("secret_token"), arguments.SmallNumber("max_connections"), world.Options.WebhookOrigin);
        world.Updates.SetAllowed(arguments.Texts("allowed_updates"));
        if (webhook.Target == target && !arguments.Flag("drop_pending_updates"))
        {
            return (JsonValue.Create(true), "Webhook is already set");
        }
        DropPending(arguments);
        world.Updates.EndPoll(UpdateQueue.TerminatedByWebhook);
        webhook.Start(target);
        return (JsonValue.Create(true), "Webhook was set");
    }

    public (JsonNode Result, string Description) DeleteWebhook(CallArguments arguments)
    {
        DropPending(arguments);
        var was = webhook.Target;
        webhook.Stop();
        return (JsonValue.Create(true), was is null ? "Webhook is already deleted" : "Webhook was deleted");
    }

    public JsonNode GetWebhookInfo()
    {
        var json = new JsonObject
        {
            ["url"] = webhook.Target?.Url ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = world.Updates.Count,
        };
        if (webhook.Target is { } target)
        {
            json["max_connections"] = target.MaxConnections;
        }
        if (webhook.LastFailure is { } failure)
        {
            json["last_error_date"] = failure.At.ToUnixTimeSeconds();
            json["last_error_message"] = failure.Why;
        }
        if (world.Updates.AllowedNames is { Count: > 0 } names)
        {
            json["allowed_updates"] = new JsonArray([.. names.Select(name => JsonValue.Create(name))]);
        }
        return json;
    }

    private void DropPending(CallArguments arguments)
    {
        if (arguments.Flag("drop_pending_updates"))
        {
            world.Updates.Clear();
        }
    }
}
