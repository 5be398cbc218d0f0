using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsBot.Articles;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands.Reading;

/// <summary>/why: which words of an article matched which topics. About the push that it replies to, else the last one.</summary>
internal sealed class WhyCommand : ICommand
{
    public string Name => "why";

    public CommandAudience Audience => CommandAudience.Everyone;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await FindMatchAsync(call, cancellationToken) is not { } match)
        {
            call.Refuse(call.IsPress ? call.Texts.WhyForgotten : call.Texts.NoPushYet);
            return;
        }

        var article = await call.Db.Articles.SingleAsync(one => one.Id == match.ArticleId, cancellationToken);
        var reasons = await call.Db.MatchesOfStory(call.Subscriber.Id, match.StoryId)
            .Join(call.Db.Topics, one => one.TopicId, topic => topic.Id, (one, topic) => new { Match = one, topic.Name })
            .ToListAsync(cancellationToken);
        var message = new MessageBuilder().Text(call.Texts.WhyTitle(article.Title));
        foreach (var reason in reasons)
        {
            message.Text("\n\n").Bold(call.Texts.WhyTopic(reason.Name, call.Texts.Level((int)reason.Match.Level)));
            foreach (var why in reason.Match.Why)
            {
                message.Text($"\n• {call.Texts.WhyReason(why.Term, why.Field, why.Count)}");
            }
        }

        call.Reply(message.Build());
    }

    /// <summary>The match behind a pressed button, the push that is replied to, or the last push. Only the chat's own.</summary>
    private static async Task<Match?> FindMatchAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var chat = call.Incoming.Chat;
        var sent = call.Db.Deliveries.Where(delivery =>
            delivery.ChatId == chat.ChatId && delivery.ThreadId == chat.ThreadId && delivery.WordingId != null);
        if (call.IsPress && long.TryParse(call.Argument, CultureInfo.InvariantCulture, out var matchId))
        {
            var storyId = await call.Db.Matches.Where(one => one.Id == matchId).Select(one => (long?)one.StoryId)
                .SingleOrDefaultAsync(cancellationToken);

            // A button can be pressed before Telegram's answer to its push is recorded: the press itself proves that the push arrived.
            sent = sent.Where(delivery => delivery.CarriedId == storyId);
        }
        else
        {
            sent = sent.Where(delivery => delivery.State == DeliveryState.Sent || delivery.State == DeliveryState.Unknown);
            if (call.Incoming is IncomingText { RepliedMessageId: { } replied })
            {
                sent = sent.Where(delivery => delivery.MessageId == replied);
            }
        }

        return await sent
            .OrderByDescending(delivery => delivery.FinishedAt)
            .Join(call.Db.Wordings, delivery => delivery.WordingId, wording => wording.Id, (_, wording) => wording.MatchId)
            .Join(call.Db.Matches, id => id, match => match.Id, (_, match) => match)
            .FirstOrDefaultAsync(cancellationToken);
    }
}
