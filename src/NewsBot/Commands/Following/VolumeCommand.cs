using NewsBot.Messages;

namespace NewsBot.Commands.Following;

/// <summary>What the buttons of a digest choose for its topic: each story by itself again, or an hourly digest from now on.</summary>
internal sealed class VolumeCommand : ICommand
{
    public string Name => CommandTable.Volume;

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public bool IsListed => false;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (choice, topic) = call.Argument.Split(' ', 2) is [var first, var rest] ? (first, rest) : (call.Argument, "");
        if (await call.FindFollowedAsync(topic, cancellationToken) is not { } followed || choice is not ("more" or "digest"))
        {
            call.Refuse(call.Texts.AlreadyDropped);
            return;
        }

        followed.Subscription.PushesPerHour = choice == "more" ? int.MaxValue : 0;
        call.Reply(MessageBuilder.Plain(choice == "more" ? call.Texts.VolumeMore(followed.Topic.Name) : call.Texts.VolumeDigest(followed.Topic.Name)));
    }
}
