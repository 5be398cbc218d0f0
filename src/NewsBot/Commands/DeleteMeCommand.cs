using Microsoft.EntityFrameworkCore;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Subscribers;

namespace NewsBot.Commands;

/// <summary>/deleteme: asks, and deletes everything about the chat.</summary>
internal sealed class DeleteMeCommand(WorkSignal<ErasureRequest> erasures) : ICommand
{
    public string Name => "deleteme";

    public CommandAudience Audience => CommandAudience.WhoMayChange;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        switch (call.IsPress ? call.Argument : "")
        {
            case "yes":
                await DeleteAsync(call, cancellationToken);
                call.Show(MessageBuilder.Plain(call.Texts.Deleted));
                erasures.Notify();
                break;
            case "no":
                call.Show(MessageBuilder.Plain(call.Texts.NotDeleted));
                break;
            default:
                var topics = await call.Db.Subscriptions.CountAsync(subscription => subscription.SubscriberId == call.Subscriber.Id, cancellationToken);
                call.Reply(new MessageBuilder()
                    .Text(call.Texts.DeleteQuestion(topics))
                    .Row(new Button(call.Texts.DeleteButton, "deleteme:yes"), new Button(call.Texts.KeepButton, "deleteme:no"))
                    .Build());
                break;
        }
    }

    private static async Task DeleteAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var chat = call.Incoming.Chat;
        await call.BeginWriteAsync(cancellationToken);
        var mine = call.Db.Subscriptions.Where(subscription => subscription.SubscriberId == call.Subscriber.Id);
        var topics = await mine.Select(subscription => subscription.TopicId).ToListAsync(cancellationToken);
        await mine.ExecuteDeleteAsync(cancellationToken);
        await call.Db.DeleteUnfollowedTopicsAsync(topics, cancellationToken);
        await call.Db.PushRestrictions
            .Where(restriction => restriction.ChatId == chat.ChatId && restriction.ThreadId == chat.ThreadId)
            .ExecuteDeleteAsync(cancellationToken);
        await call.Db.Deliveries
            .Where(delivery => delivery.ChatId == chat.ChatId && delivery.ThreadId == chat.ThreadId)
            .ExecuteDeleteAsync(cancellationToken);

        // A forum's other threads are subscribers of their own; what the chat asked to be looked up is the whole chat's.
        await call.Db.Lookups.Where(discoveryRequest => discoveryRequest.ChatId == chat.ChatId).ExecuteDeleteAsync(cancellationToken);
        await call.Db.SourceImports.Where(sourceImport => sourceImport.ChatId == chat.ChatId).ExecuteDeleteAsync(cancellationToken);
        call.Db.Entry(call.Subscriber).State = EntityState.Detached;
        await call.Db.Subscribers.Where(subscriber => subscriber.Id == call.Subscriber.Id).ExecuteDeleteAsync(cancellationToken);
    }
}
