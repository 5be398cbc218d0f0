using NewsBot.Commands.Sourcing;
using NewsBot.Outbox;

namespace NewsBot.Commands;

/// <summary>/privacy: what is stored, and for how long (Bot Developer Terms of Service, section 4). docs/privacy.md has every column.</summary>
internal sealed class PrivacyCommand : ICommand
{
    public string Name => "privacy";

    public CommandAudience Audience => CommandAudience.Everyone;

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        call.Reply(call.Texts.Privacy(DeliveryPruning.Kept.Days, DiscoveryWorker.KeptFor.Days, InboxUpdate.RememberedFor.Days));
        return Task.CompletedTask;
    }
}
