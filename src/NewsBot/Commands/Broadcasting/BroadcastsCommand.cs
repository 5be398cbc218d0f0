using Microsoft.EntityFrameworkCore;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox;

namespace NewsBot.Commands.Broadcasting;

/// <summary>/broadcasts: the last announcements, how each stands, and the buttons of those that are on their way.</summary>
internal sealed class BroadcastsCommand : ICommand
{
    private const int Shown = 10;
    private const int MaxExcerpt = 60;

    public string Name => "broadcasts";

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var last = await call.Db.Broadcasts.OrderByDescending(one => one.Id).Take(Shown).ToListAsync(cancellationToken);
        var list = new MessageBuilder().Text(last.Count == 0 ? call.Texts.BroadcastsNone : call.Texts.BroadcastsTitle);
        foreach (var broadcast in last)
        {
            var announcement = await call.Db.AnnouncementOfAsync(broadcast, cancellationToken);
            var figures = await call.Db.TallyAsync(broadcast, cancellationToken);
            list.Text($"\n\n{call.Texts.BroadcastListed(broadcast.Id, broadcast.StartedAt ?? broadcast.CreatedAt, StateOf(broadcast, figures, call.Texts))}\n")
                .Italic(ExcerptOf(announcement, call.Texts));
        }

        foreach (var row in last.Where(one => one.StartedAt is not null).Chunk(5))
        {
            list.Row([.. row.Select(one => new Button(call.Texts.BroadcastShowButton(one.Id), $"broadcast:show {one.Id}"))]);
        }

        call.Reply(list.Build());
    }

    private static string StateOf(Broadcast broadcast, BroadcastFigures figures, Texts texts) => broadcast.State switch
    {
        BroadcastState.Draft => texts.BroadcastStateDraft,
        BroadcastState.Sending => texts.BroadcastStateSending(figures),
        BroadcastState.Paused => texts.BroadcastStatePaused(figures),
        BroadcastState.Cancelled => texts.BroadcastStateCancelled(figures),
        BroadcastState.Done => texts.BroadcastStateDone(figures),
        _ => texts.BroadcastStateDropped,
    };

    private static string ExcerptOf(BroadcastContent announcement, Texts texts)
    {
        var message = announcement.Say(texts);
        var text = message.PlainText().ReplaceLineEndings(" ");
        return message.CopyOf is not null ? texts.BroadcastCopy
            : text.Length <= MaxExcerpt ? text
            : $"{text[..(char.IsHighSurrogate(text[MaxExcerpt - 1]) ? MaxExcerpt - 1 : MaxExcerpt)]}…";
    }
}
