using NewsBot.Hosting;
using NewsBot.Messages;
using NewsBot.Sources;
using NewsBot.Sources.Opml;

namespace NewsBot.Commands.Sourcing;

/// <summary>An OPML file that one of the bot's admins sends: its feeds are added. The command without a file says how.</summary>
internal sealed class ImportSourcesCommand(WorkSignal<SourceImport> imports) : ICommand
{
    public string Name => CommandTable.FeedList;

    public CommandAudience Audience => CommandAudience.BotAdmins;

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.Incoming is not IncomingText { Document: { } file, ChatKind: ChatKind.Private } text)
        {
            call.Reply(call.Texts.ImportHowTo);
            return Task.CompletedTask;
        }

        call.Db.SourceImports.Add(new SourceImport
        {
            ChatId = text.Chat.ChatId,
            UpdateId = text.UpdateId,
            FileId = file.FileId,
            AskedAt = call.Now,
            Parts = 1,
        });
        call.Reply(call.Texts.ImportBegun(file.Name));
        imports.Notify();
        return Task.CompletedTask;
    }
}
