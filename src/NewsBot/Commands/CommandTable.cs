using NewsBot.Commands.Sourcing;
using NewsBot.Messages;

namespace NewsBot.Commands;

/// <summary>Every command, and how what people type and press leads to one.</summary>
internal sealed class CommandTable(IEnumerable<ICommand> commands)
{
    /// <summary>Plain text in a private chat is offered as a topic by this command, which has no entry in the menu.</summary>
    public const string Offer = "offer";

    /// <summary>A web address in a private chat leads to this command.</summary>
    public const string AddressText = "addsource";

    /// <summary>A list of feeds as a file leads to this command.</summary>
    public const string FeedList = "importsources";

    /// <summary>The buttons below a digest; it has no entry either.</summary>
    public const string Volume = "volume";

    private readonly Dictionary<string, ICommand> byName = commands.ToDictionary(command => command.Name);

    /// <summary>The commands of the menu, in the order in which help lists them.</summary>
    public IReadOnlyList<ICommand> Menu { get; } = [.. commands.Where(command => command.Name is not (Offer or Volume))];

    /// <summary>What a text or a press asks for; null where it is not for this bot or needs no answer.</summary>
    /// <param name="incoming">What came.</param>
    /// <param name="botName">The bot's own user name, without @.</param>
    public CommandRequest? Understand(Incoming incoming, string botName) => incoming switch
    {
        IncomingCallback press => OfPress(press.Data),
        IncomingText { Text: ['/', ..] } text => OfTyped(text, botName),
        IncomingText { Document: { } file, ChatKind: ChatKind.Private } when file.IsFeedList => Of(FeedList, file.Name),
        IncomingText text when text.ChatKind == ChatKind.Private && TypedAddress.IsCertain(text.Text) => Of(AddressText, text.Text.Trim()),
        IncomingText text when text.ChatKind == ChatKind.Private && text.Text.Trim().Length > 0 =>
            Of(Offer, text.Text.Trim()),
        _ => null,
    };

    /// <summary>The command whose name is most like the one typed, for those who may use it; null when none is alike.</summary>
    public string? Nearest(string name, bool isBotAdmin) => Menu
        .Where(command => isBotAdmin || command.Audience != CommandAudience.BotAdmins)
        .Select(command => (command.Name, Distance: EditDistance.Between(name, command.Name)))
        .Where(candidate => candidate.Distance <= Math.Max(1, candidate.Name.Length / 3))
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => $"/{candidate.Name}")
        .FirstOrDefault();

    /// <summary>Null where this table lacks the command.</summary>
    private CommandRequest? Of(string name, string argument) => byName.TryGetValue(name, out var command) ? new CommandRequest(command, name, argument) : null;

    private CommandRequest OfPress(string data)
    {
        var colon = data.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? data : data[..colon];
        return new CommandRequest(byName.GetValueOrDefault(name), name, colon < 0 ? "" : data[(colon + 1)..]);
    }

    private CommandRequest? OfTyped(IncomingText text, string botName)
    {
        var end = text.Text.AsSpan().IndexOfAny(" \n\t");
        var head = (end < 0 ? text.Text : text.Text[..end])[1..];
        var argument = end < 0 ? "" : text.Text[end..].Trim();
        var at = head.IndexOf('@', StringComparison.Ordinal);
        var addressee = at < 0 ? null : head[(at + 1)..];
        if (addressee is not null && !addressee.Equals(botName, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = (at < 0 ? head : head[..at]).ToLowerInvariant();
        var command = byName.GetValueOrDefault(name);

        // In a group a command that nobody knows may be meant for another bot.
        var isForUs = command is not null || addressee is not null || text.ChatKind == ChatKind.Private;
        return isForUs ? new CommandRequest(command, name, argument) : null;
    }
}
