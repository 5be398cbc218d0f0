using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.Updates;

/// <summary>How a post to the webhook ended.</summary>
/// <param name="Failure">Why it has to be repeated, or null when the bot has taken the update.</param>
/// <param name="RetryAfter">The pause the bot asks for, or null.</param>
/// <param name="IsGone">The bot said 410.</param>
/// <param name="Call">The call to the Bot API that the bot put into its answer, or null.</param>
internal sealed record WebhookAnswer(string? Failure, TimeSpan? RetryAfter = null, bool IsGone = false, JsonObject? Call = null);
