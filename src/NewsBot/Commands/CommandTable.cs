using NewsBot.Commands.Following;
using NewsBot.Commands.Sourcing;
using NewsBot.Messages;

namespace NewsBot.Commands;

/// <summary>Every command, and which one a typed text or a pressed button means.</summary>
internal sealed class CommandTable(IEnumerable<ICommand> commands)
{
    /// <summary>Plain text in a private chat is offered as a topic by this command.</summary>
    public const string Offer = "offer";

    /// <summary>Follows a topic; a deep link leads to it too.</summary>
    public const string Subscribe = "subscribe";

    /// <summary>A web address in a private chat leads to this command.</summary>
    public const string AddressText = "addsource";

    /// <summary>A list of feeds as a file leads to this command.</summary>
    public const string FeedList = "importsources";

    /// <summary>The buttons below a digest.</summary>
    public const string Volume = "volume";

    private const string Start = "start";

    private readonly Dictionary<string, ICommand> byName = commands.ToDictionary(command => command.Name);

    /// <summary>The commands of the menu, in the order in which help lists them.</summary>
    public IReadOnlyList<ICommand> Menu { get; } = [.. commands.Where(command => command.IsListed)];

    /// <summary>What a text or a press asks for; null where it is not for this bot or needs no answer.</summary>
    /// <param name="incoming">The text or press.</param>
    /// <param name="botName">The bot's own user name, without @.</param>
    public CommandRequest? Understand(Incoming incoming, string botName) => incoming switch
    {
        IncomingCallback press => OfPress(press.Data),
        IncomingText { Text: ['/', ..], IsForwarded: true } => null,
        IncomingText { Text: ['/', ..] } text => OfTyped(text, botName),
        IncomingText { Document: { } file, ChatKind: ChatKind.Private } when file.IsFeedList => Of(FeedList, file.Name),
        IncomingText text when text.ChatKind == ChatKind.Private && TypedAddress.IsCertain(text.Text) => Of(AddressText, text.Text.Trim()),
        IncomingText text when text.ChatKind == ChatKind.Private && text.Text.Trim().Length > 0 =>
            Of(Offer, text.Text.Trim()),
        _ => null,
    };

    /// <summary>The command with the most similar name, among those that the person may use; null when none is similar.</summary>
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
        if (name == Start && argument.Length > 0)
        {
            (name, argument) = (Subscribe, DeepLink.TopicOf(argument));
        }

        var command = byName.GetValueOrDefault(name) is { IsListed: true } listed ? listed : null;

        // In a group an unknown command may be meant for another bot.
        var isForUs = command is not null || addressee is not null || text.ChatKind == ChatKind.Private;
        return isForUs ? new CommandRequest(command, name, argument) : null;
    }
}
