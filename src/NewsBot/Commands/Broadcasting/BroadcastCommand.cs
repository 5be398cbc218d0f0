using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox.Sending;

namespace NewsBot.Commands.Broadcasting;

/// <summary>/broadcast TEXT, or as a reply to any message: previews the announcement, and sends it when its admin says so.</summary>
internal sealed class BroadcastCommand(BroadcastCallback press, IOptions<SendLimits> limits) : ICommand
{
    // Bot API, sendMessage: counted in code points.
    private const int MaxCharacters = 4096;

    public string Name => "broadcast";

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Incoming is IncomingCallback pressed)
        {
            await press.RunAsync(call, pressed, cancellationToken);
        }
        else if (call.Incoming is not IncomingText { ChatKind: ChatKind.Private, UserId: { } admin } text)
        {
            call.Reply(call.Texts.BroadcastInPrivate);
        }
        else if (MessageOf(call, text, out var problem) is { } message)
        {
            await ShowAsync(call, admin, message, cancellationToken);
        }
        else
        {
            call.Reply(problem);
        }
    }

    /// <summary>The preview comes first: it is what <see cref="BroadcastDrafts.PreviewProblemAsync"/> asks about.</summary>
    private async Task ShowAsync(CommandCall call, long admin, Message message, CancellationToken cancellationToken)
    {
        var recipients = await call.Db.CountRecipientsAsync(cancellationToken);
        var duration = await BroadcastEstimate.OfDraftAsync(call.Db, recipients, limits.Value, cancellationToken);
        await call.BeginWriteAsync(cancellationToken);
        var (draft, announcement) = await call.Db.DraftAsync(admin, call.Incoming.UpdateId, message, recipients, call.Now, cancellationToken);
        call.Reply(announcement.Say(call.Texts));
        call.Reply(BroadcastView.OfDraft(draft, duration, call.Texts));
    }

    private static Message? MessageOf(CommandCall call, IncomingText text, out string problem)
    {
        var characters = call.Argument.EnumerateRunes().Count();
        problem = text.IsCaption ? call.Texts.BroadcastNoCaption
            : characters > MaxCharacters ? call.Texts.BroadcastTooLong(characters, MaxCharacters)
            : IsBlank(call.Argument) && text.RepliedMessageId is null ? call.Texts.BroadcastHowTo
            : "";
        return problem.Length > 0 ? null
            : IsBlank(call.Argument) ? new Message([], [], CopyOf: new MessageSource(text.Chat.ChatId, text.RepliedMessageId!.Value))
            : new Message(TextStyle.Spans(text.Text.TrimEnd(), text.Styles, text.Text.TrimEnd().Length - call.Argument.Length), [], text.PreviewAddress);
    }

    private static bool IsBlank(string text) => text.EnumerateRunes().All(rune =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control);
}
