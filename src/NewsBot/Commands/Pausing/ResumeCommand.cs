using NewsBot.Commands.Following;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Pausing;

/// <summary>/resume [topic]: ends a pause and tells what was missed, in one message and not as a flood.</summary>
internal sealed class ResumeCommand : ICommand
{
    public string Name => "resume";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var followed = call.Argument.Length == 0 ? null : await call.FindFollowedAsync(call.Argument, cancellationToken);
        if (call.Argument.Length > 0 && followed is null)
        {
            call.Reply(call.Texts.NotFollowing(call.Argument));
            return;
        }

        var since = followed is null ? EndAll(call, await call.Db.FollowedTopicsAsync(call.Subscriber.Id, cancellationToken)) : End(followed);
        if (since is not { } pausedAt)
        {
            call.Reply(call.Texts.WasNotPaused);
            return;
        }

        var missed = await MissedStories.SinceAsync(call.Db, call.Subscriber.Id, followed?.Topic.Id, pausedAt, cancellationToken);
        call.Reply(missed.Say(call.Texts, call.Texts.Resumed(followed?.Topic.Name)));
    }

    /// <summary>Ends the chat's pause; where it has none, those of its topics. Returns since when, or null.</summary>
    private static DateTimeOffset? EndAll(CommandCall call, List<FollowedTopic> followed)
    {
        if (call.Subscriber.PausedAt is { } pausedAt)
        {
            call.Subscriber.PausedAt = null;
            call.Subscriber.PausedUntil = null;
            return pausedAt;
        }

        return followed.Select(End).Where(since => since is not null).Min();
    }

    private static DateTimeOffset? End(FollowedTopic followed)
    {
        var since = followed.Subscription.PausedAt;
        followed.Subscription.PausedAt = null;
        followed.Subscription.PausedUntil = null;
        return since;
    }
}
