using NewsBot.BotApi;
using NewsBot.Commands;
using NewsBot.Messages;
using NewsBot.Subscribers;

namespace NewsBot.CommandLine;

/// <summary>The menus of commands that Telegram shows, made from the command table: in each language, and with more for the people who run the bot.</summary>
internal static class CommandMenuFactory
{
    public static IEnumerable<CommandMenu> Of(IEnumerable<ICommand> commands, RoleOptions roles)
    {
        var table = new CommandTable(commands);
        var forAll = table.Menu.Where(command => command.Audience != CommandAudience.BotAdmins).ToList();
        return
        [
            new CommandMenu(MenuFor.Everyone, Entries(forAll, Texts.For("en"))),
            .. Texts.All.Select(texts => new CommandMenu(MenuFor.Everyone, Entries(forAll, texts), texts.Language)),
            .. roles.Admins.Distinct().Select(admin => new CommandMenu(MenuFor.OneChat, Entries(table.Menu, Texts.For("en")), null, admin)),
        ];
    }

    private static List<MenuEntry> Entries(IEnumerable<ICommand> commands, Texts texts) =>
        [.. commands.Select(command => new MenuEntry(command.Name, texts.CommandDescription(command.Name)))];
}
