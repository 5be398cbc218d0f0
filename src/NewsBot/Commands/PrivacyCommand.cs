namespace NewsBot.Commands;

/// <summary>/privacy: what is stored (Bot Developer Terms of Service, section 4).</summary>
internal sealed class PrivacyCommand : ICommand
{
    public string Name => "privacy";

    public CommandAudience Audience => CommandAudience.Everyone;

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        call.Reply(call.Texts.Privacy);
        return Task.CompletedTask;
    }
}
