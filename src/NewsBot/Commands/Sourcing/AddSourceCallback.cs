using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Discovery;
using NewsBot.Sources.Opml;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Sourcing;

/// <summary>What the buttons below a feed that was found and below a proposal do. Their data is "addsource:ACT NUMBER".</summary>
internal sealed partial class AddSourceCallback(IOptions<RoleOptions> roles, WorkSignal<Source> sources, ILogger<AddSourceCallback> logger)
{
    private const int MaxProposals = 5;

    /// <summary>The one who proposed may be the one who decides: the reply to the press comes first.</summary>
    private const int AfterTheAnswer = 9;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (act, number) = CallbackData.Of(call.Argument);
        await call.BeginWriteAsync(cancellationToken); // two admins may decide on one proposal at the same time
        if (await call.Db.FoundFeeds.FindAsync([number], cancellationToken) is not { } found
            || await call.Db.Lookups.FindAsync([found.LookupId], cancellationToken) is not { } request
            || (!call.IsBotAdmin && request.ChatId != call.Incoming.Chat.ChatId))
        {
            call.Refuse(call.Texts.OfferForgotten);
            return;
        }

        switch (act)
        {
            case "take" when call.IsBotAdmin:
                await WatchAsync(call, found, cancellationToken);
                break;
            case "take":
                await ProposeAsync(call, found, cancellationToken);
                break;
            case "accept" or "decline" when call.IsBotAdmin && found.State != DiscoveredFeedState.Proposed:
                call.Refuse(call.Texts.ProposalOver);
                break;
            case "accept" when call.IsBotAdmin:
                await WatchAsync(call, found, cancellationToken);
                await TellAsync(call, request, texts => texts.ProposalAccepted(found.Title), cancellationToken);
                break;
            case "decline" when call.IsBotAdmin:
                found.State = DiscoveredFeedState.Declined;
                call.Show(MessageBuilder.Plain($"{call.Texts.Proposal(found.Title, found.Address)}\n\n{call.Texts.Declined}"));
                await TellAsync(call, request, texts => texts.ProposalDeclined(found.Title), cancellationToken);
                break;
        }
    }

    private async Task WatchAsync(CommandCall call, DiscoveredFeed found, CancellationToken cancellationToken)
    {
        var (source, isNew) = await call.Db.WatchAsync(new OpmlFeed(found.Address, found.Title), call.Now, cancellationToken);
        await call.Db.SaveChangesAsync(cancellationToken);
        found.State = DiscoveredFeedState.Accepted;
        call.Reply(new MessageBuilder()
            .Text(isNew ? call.Texts.SourceAdded(found.Title) : call.Texts.WatchedAlready)
            .Row(new Button(call.Texts.ShowSourceButton(source.Id), $"source:show {source.Id}"), new Button(call.Texts.RemoveButton, $"source:remove {source.Id}"))
            .Build());
        if (isNew)
        {
            Log.Added(logger, (call.Incoming as IncomingCallback)?.UserId, source.Id);
            sources.Notify();
        }
    }

    private async Task ProposeAsync(CommandCall call, DiscoveredFeed found, CancellationToken cancellationToken)
    {
        var (db, chat) = (call.Db, call.Incoming.Chat.ChatId);
        var mine = db.FoundFeeds.Where(discoveredFeed =>
            discoveredFeed.State == DiscoveredFeedState.Proposed && db.Set<DiscoveryRequest>().Any(request => request.Id == discoveredFeed.LookupId && request.ChatId == chat));
        if (roles.Value.Admins.Count == 0)
        {
            call.Refuse(call.Texts.NobodyToAccept);
        }
        else if (found.State != DiscoveredFeedState.Offered)
        {
            call.Refuse(call.Texts.Proposed(found.Title));
        }
        else if (await mine.CountAsync(cancellationToken) >= MaxProposals)
        {
            call.Refuse(call.Texts.EnoughProposals);
        }
        else
        {
            found.State = DiscoveredFeedState.Proposed;
            call.Reply(call.Texts.Proposed(found.Title));
            await AskAdminsAsync(call, found, cancellationToken);
        }
    }

    private async Task AskAdminsAsync(CommandCall call, DiscoveredFeed found, CancellationToken cancellationToken)
    {
        foreach (var admin in roles.Value.Admins.Distinct())
        {
            var chat = new ChatAddress(admin);
            var texts = Texts.For((await call.Db.FindSubscriberAsync(chat, cancellationToken))?.Language);
            var question = new MessageBuilder()
                .Text(texts.Proposal(found.Title, found.Address))
                .Row(new Button(texts.AcceptButton, $"addsource:accept {found.Id}"), new Button(texts.DeclineButton, $"addsource:decline {found.Id}"))
                .Build();
            call.Db.Enqueue(chat, call.Incoming.UpdateId, 0, question, null, call.Now);
        }
    }

    /// <summary>Tells the chat that made the proposal, in its language.</summary>
    private static async Task TellAsync(CommandCall call, DiscoveryRequest request, Func<Texts, string> sentence, CancellationToken cancellationToken)
    {
        var chat = new ChatAddress(request.ChatId);
        var texts = Texts.For((await call.Db.FindSubscriberAsync(chat, cancellationToken))?.Language);
        call.Db.Enqueue(chat, call.Incoming.UpdateId, AfterTheAnswer, MessageBuilder.Plain(sentence(texts)), null, call.Now);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Admin {Admin} added source {Source}")]
        public static partial void Added(ILogger logger, long? admin, long source);
    }
}
