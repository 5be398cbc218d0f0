using NewsBot.Messages;

namespace NewsBot.Commands;

/// <summary>/help: every command that the person may use, with what it does.</summary>
internal sealed class HelpCommand(Lazy<CommandTable> table) : ICommand
{
    public string Name => "help";

    public CommandAudience Audience => CommandAudience.Everyone;

    public Task RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var help = new MessageBuilder().Text(call.Texts.HelpTitle).Line();
        foreach (var command in table.Value.Menu.Where(candidate => call.IsBotAdmin || candidate.Audience != CommandAudience.BotAdmins))
        {
            help.Text($"\n/{command.Name}: {call.Texts.CommandDescription(command.Name)}");
        }

        call.Reply(help.Text($"\n\n{call.Texts.HelpHint}").Build());
        return Task.CompletedTask;
    }
}
