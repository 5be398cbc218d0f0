using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Sources;
using NewsBot.Sources.Opml;
using NewsBot.Storage;
using NewsBot.Subscribers;

namespace NewsBot.Commands.Sourcing;

/// <summary>What is told of an import: all of it answers the update that brought the file, part by part.</summary>
internal sealed class ImportReport
{
    private const int MaxListed = 20;

    private readonly SourceImport import;
    private readonly Texts texts;
    private readonly DateTimeOffset now;

    private ImportReport(NewsDb db, SourceImport import, Texts texts, DateTimeOffset now) => (Db, this.import, this.texts, this.now) = (db, import, texts, now);

    public NewsDb Db { get; }

    public static async Task<ImportReport> ForAsync(NewsDb db, SourceImport import, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(db, import, Texts.For((await db.FindSubscriberAsync(new ChatAddress(import.ChatId), cancellationToken))?.Language), now);

    public void Refuse(bool isReadable) => Owe(MessageBuilder.Plain(isReadable ? texts.ImportEmpty : texts.ImportUnreadable), null);

    public void Added(int known, IReadOnlyList<string> unusable)
    {
        Owe(MessageBuilder.Plain(texts.ImportAdded(import.Added, known, unusable)), null);
        if (import.Added > 0)
        {
            import.ProgressPart = import.Parts;
            Owe(MessageBuilder.Plain(texts.ImportProgress(0, import.Added, 0)), null);
        }
    }

    /// <summary>Edits the message that tells how far it is, once that has arrived and where there is something new.</summary>
    public async Task ProgressAsync(int looked, int failed, CancellationToken cancellationToken)
    {
        import.ToldAt = now;
        var shown = await Db.Deliveries
            .Where(delivery => delivery.ChatId == import.ChatId && delivery.Lane == Lane.Reply && delivery.CarriedId == import.UpdateId && delivery.Part == import.ProgressPart)
            .Select(delivery => delivery.MessageId).FirstOrDefaultAsync(cancellationToken);
        if (shown is not null && looked != import.ToldLooked)
        {
            import.ToldLooked = looked;
            Owe(MessageBuilder.Plain(texts.ImportProgress(looked, import.Added, failed)), shown);
        }
    }

    public void Done(int read, IReadOnlyList<Source> failed, int waiting)
    {
        var message = new MessageBuilder().Text(texts.ImportReport(read, failed.Count, waiting));
        foreach (var source in failed.Take(MaxListed))
        {
            message.Text($"\n• {TypedAddress.Shown(new Uri(source.Address))}: {source.FailureReason}");
        }

        message.Text(failed.Count > MaxListed ? $"\n{texts.AndMore(failed.Count - MaxListed)}" : "");
        Owe(message.Row(new Button(texts.SourcesButton, "sources:1")).Build(), null);
    }

    private void Owe(Message message, int? edits) => Db.Enqueue(new ChatAddress(import.ChatId), import.UpdateId, import.Parts++, message, edits, now);
}
