using NewsBot.BotApi.Rendering;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;

namespace NewsBot.BotApi;

/// <summary>The lists of commands that the applications offer while one types a slash.</summary>
internal sealed class CommandMenus(ITelegramBotClient client)
{
    // Bot API, BotCommand.description.
    private const int MaxDescription = 256;

    /// <summary>Publishes the menus. Returns those that failed, to be tried again later.</summary>
    public async Task<IReadOnlyList<CommandMenu>> PublishAsync(IReadOnlyList<CommandMenu> menus, CancellationToken cancellationToken)
    {
        List<CommandMenu> failed = [];
        foreach (var menu in menus)
        {
            using var call = new BotApiSpan("setMyCommands");
            try
            {
                await client.SendRequest(RequestOf(menu), cancellationToken);
                call.Ended("Sent");
            }
            catch (RequestException exception)
            {
                call.Ended(SendOutcomeClassifier.OutcomeOf(exception));
                failed.Add(menu);
            }
        }

        return failed;
    }

    private static SetMyCommandsRequest RequestOf(CommandMenu menu) => new()
    {
        Commands = menu.Entries.Select(entry => new BotCommand(entry.Command, HtmlRenderer.Short(entry.Description, MaxDescription))),
        LanguageCode = menu.Language,
        Scope = menu.For switch
        {
            MenuFor.PrivateChats => BotCommandScope.AllPrivateChats(),
            MenuFor.Groups => BotCommandScope.AllGroupChats(),
            MenuFor.GroupAdministrators => BotCommandScope.AllChatAdministrators(),
            MenuFor.OneChat => BotCommandScope.Chat(menu.ChatId),
            _ => BotCommandScope.Default(),
        },
    };
}

/// <summary>One list of commands.</summary>
/// <param name="For">Who is offered it; the narrowest that fits wins.</param>
/// <param name="Entries">At most 100.</param>
/// <param name="Language">Two letters, or null for every language without a list of its own.</param>
/// <param name="ChatId">The chat, for <see cref="MenuFor.OneChat"/>.</param>
internal sealed record CommandMenu(MenuFor For, IReadOnlyList<MenuEntry> Entries, string? Language = null, long ChatId = 0);

/// <summary>A command on a menu.</summary>
/// <param name="Command">1 to 32 of a-z, 0-9 and _, without the slash.</param>
/// <param name="Description">What it does.</param>
internal sealed record MenuEntry(string Command, string Description);

internal enum MenuFor
{
    Everyone,
    PrivateChats,
    Groups,
    GroupAdministrators,
    OneChat,
}
