using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Sources;

namespace NewsBot.Commands.Sourcing;

/// <summary>/sources: how the sources are, page by page, those that cannot be read first.</summary>
internal sealed class SourcesCommand : ICommand
{
    private const int PerPage = 8;
    private const int PerRow = 4;

    public string Name => "sources";

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var listed = call.Db.Sources.AsNoTracking().Where(source => source.State != SourceState.Removed);
        var count = await listed.CountAsync(cancellationToken);
        if (count == 0)
        {
            call.Show(MessageBuilder.Plain(call.Texts.SourcesNone));
            return;
        }

        var pages = (count + PerPage - 1) / PerPage;
        var page = int.TryParse(call.Argument, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, pages) : 1;
        var shown = await listed
            .OrderByDescending(source => source.State == SourceState.Gone).ThenByDescending(source => source.Failures > 0).ThenBy(source => source.Id)
            .Skip((page - 1) * PerPage).Take(PerPage).ToListAsync(cancellationToken);
        call.Show(await PageAsync(call, shown, page, pages, cancellationToken));
    }

    private static async Task<Message> PageAsync(CommandCall call, List<Source> shown, int page, int pages, CancellationToken cancellationToken)
    {
        var (db, texts) = (call.Db, call.Texts);
        var message = new MessageBuilder().Text(texts.SourcesTitle(
            await db.Sources.CountAsync(source => source.State == SourceState.Watched, cancellationToken),
            await db.Sources.CountAsync(source => source.State == SourceState.Watched && source.Failures > 0, cancellationToken),
            await db.Sources.CountAsync(source => source.State == SourceState.Muted, cancellationToken)));
        foreach (var figures in shown.Select(source => SourceView.FiguresOf(source, call.Now)))
        {
            message.Text($"\n\n{figures.Id}. ").Bold(figures.Title).Text($"\n{texts.SourceHealth(figures)}");
        }

        foreach (var row in shown.Select(source => new Button(texts.ShowSourceButton(source.Id), $"source:show {source.Id}")).Chunk(PerRow))
        {
            message.Row(row);
        }

        var turning = new List<Button>();
        turning.AddRange(page > 1 ? [new Button(texts.PreviousButton, $"sources:{page - 1}")] : []);
        turning.AddRange(page < pages ? [new Button(texts.NextButton, $"sources:{page + 1}")] : []);
        return message.Row(turning).Build();
    }
}
