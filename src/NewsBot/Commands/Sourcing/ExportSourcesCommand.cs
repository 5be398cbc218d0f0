using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Opml;

namespace NewsBot.Commands.Sourcing;

/// <summary>/exportsources: what is watched, as an OPML file.</summary>
internal sealed class ExportSourcesCommand : ICommand
{
    public string Name => "exportsources";

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public async Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var feeds = await call.Db.Sources.Where(source => source.State == SourceState.Watched).OrderBy(source => source.Id)
            .Select(source => new OpmlFeed(source.Address, source.Title)).ToListAsync(cancellationToken);
        call.Reply(MessageBuilder.Plain(call.Texts.ExportCaption(feeds.Count)) with { File = new MessageFile("sources.opml", OpmlWriter.Write(feeds)) });
    }
}
