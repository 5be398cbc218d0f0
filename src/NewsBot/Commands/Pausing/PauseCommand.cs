using NewsBot.Commands.Following;
using NewsBot.Messages;
using NewsBot.Outbox.Pushes;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Pausing;

/// <summary>/pause [topic] [length]: silence about everything or one topic. Nothing that comes meanwhile is pushed later.</summary>
internal sealed class PauseCommand : ICommand
{
    public string Name => "pause";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (name, length) = Split(call);
        var followed = name.Length == 0 ? null : await call.FindFollowedAsync(name, cancellationToken);
        if (name.Length > 0 && followed is null)
        {
            call.Reply(LooksLikeLength(name) ? call.Texts.PauseNotUnderstood : call.Texts.NotFollowing(name));
        }
        else if (length.Length == 0)
        {
            call.Show(Ask(call.Texts, followed));
        }
        else if (PauseTimes.EndOf(length, call.Now) is { } until)
        {
            await PauseAsync(call, followed, until, cancellationToken);
        }
        else
        {
            call.Reply(call.Texts.PauseNotUnderstood);
        }
    }

    private static async Task PauseAsync(CommandCall call, FollowedTopic? followed, DateTimeOffset until, CancellationToken cancellationToken)
    {
        if (followed is { Subscription: var subscription })
        {
            subscription.PausedAt ??= call.Now;
            subscription.PausedUntil = until;
        }
        else
        {
            await call.KeepSubscriberAsync(cancellationToken);
            call.Subscriber.PausedAt ??= call.Now;
            call.Subscriber.PausedUntil = until;
        }

        await call.BeginWriteAsync(cancellationToken);
        await call.Db.CancelUnwantedPushesAsync(call.Subscriber, call.Now, cancellationToken);
        call.Show(MessageBuilder.Plain(call.Texts.Paused(followed?.Topic.Name, PauseTimes.Shown(until))));
    }

    /// <summary>The last word is the length when it reads like one: "NATO 8h", "8h", "NATO".</summary>
    private static (string Name, string Length) Split(CommandCall call)
    {
        var words = call.Argument.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var hasLength = words.Length > 0 && PauseTimes.EndOf(words[^1], call.Now) is not null;
        return hasLength ? (string.Join(' ', words[..^1]), words[^1]) : (call.Argument, "");
    }

    private static bool LooksLikeLength(string text) => char.IsAsciiDigit(text[0]);

    private static Message Ask(Texts texts, FollowedTopic? followed)
    {
        var prefix = followed is null ? "" : $"#{followed.Topic.Id} ";
        var message = new MessageBuilder().Text(texts.PauseHowLong(followed?.Topic.Name));
        foreach (var row in PauseTimes.Offered.Chunk(2))
        {
            message.Row([.. row.Select(choice => new Button(texts.PauseChoice(choice.Key), $"pause:{prefix}{choice.Value}"))]);
        }

        return message.Build();
    }
}
