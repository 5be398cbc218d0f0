using NewsBot.Commands;
using NewsBot.Messages;

namespace NewsBot.Tests.Commands;

public sealed class CommandTableTests
{
    private const string BotName = "NewsTestBot";

    private static readonly CommandTable Table = new(
        [new Named("subscribe"), new Named("start"), new Named("stats", CommandAudience.BotAdmins), new Named(CommandTable.Offer, IsListed: false)]);

    [Theory]
    [InlineData("/subscribe NATO", "NATO")]
    [InlineData("/subscribe   North Korea ", "North Korea")]
    [InlineData("/Subscribe NATO", "NATO")]
    [InlineData("/subscribe@newstestbot NATO", "NATO")]
    [InlineData("/subscribe\nNATO", "NATO")]
    [InlineData("/subscribe", "")]
    public void A_typed_command_is_known_by_its_name_and_the_rest_is_its_argument(string typed, string argument)
    {
        var request = Table.Understand(Text(typed, "Supergroup"), BotName);
        Assert.Equal("subscribe", request?.Command?.Name);
        Assert.Equal(argument, request?.Argument);
    }

    [Theory]
    [InlineData("Private")]
    [InlineData("Supergroup")]
    public void A_command_for_another_bot_is_left_alone(string kind) =>
        Assert.Null(Table.Understand(Text("/subscribe@OtherBot NATO", kind), BotName));

    [Theory]
    [InlineData("/weather", "Private", true)]
    [InlineData("/weather", "Group", false)]
    [InlineData("/weather@NewsTestBot", "Group", true)]
    public void An_unknown_command_is_answered_where_it_can_only_be_meant_for_this_bot(string typed, string kind, bool isAnswered)
    {
        var request = Table.Understand(Text(typed, kind), BotName);
        Assert.Equal(isAnswered ? new CommandRequest(null, "weather", "") : null, request);
    }

    [Theory]
    [InlineData(" North Korea ", "Private", "North Korea")]
    [InlineData("   ", "Private", null)]
    [InlineData("North Korea", "Group", null)]
    [InlineData("North Korea", "Channel", null)]
    public void Plain_text_is_offered_as_a_topic_in_a_private_chat_alone(string text, string kind, string? offered)
    {
        var request = Table.Understand(Text(text, kind), BotName);
        Assert.Equal(offered, request?.Argument);
        Assert.Equal(offered is null ? null : CommandTable.Offer, request?.Command?.Name);
    }

    [Theory]
    [InlineData("subscribe:#12", "subscribe", "#12")]
    [InlineData("subscribe:a:b", "subscribe", "a:b")]
    [InlineData("start", "start", "")]
    public void A_press_names_its_command_before_the_first_colon(string data, string name, string argument)
    {
        var request = Table.Understand(new IncomingCallback(1, new ChatAddress(7), ChatKind.Private, 7, null, "p", data, 3), BotName);
        Assert.Equal(name, request?.Command?.Name);
        Assert.Equal(argument, request?.Argument);
    }

    [Fact]
    public void A_press_of_a_button_of_a_command_that_is_gone_has_no_command() => Assert.Equal(
        new CommandRequest(null, "gone", "1"),
        Table.Understand(new IncomingCallback(1, new ChatAddress(7), ChatKind.Private, 7, null, "p", "gone:1", 3), BotName));

    [Theory]
    [InlineData("/start NATO", "NATO")]
    [InlineData("/start t_0J_QvtC70YzRidCw", "Польща")]
    [InlineData("/start@newstestbot t_Tm9ydGggS29yZWE", "North Korea")]
    [InlineData("/start t_no*base64", "t_no*base64")]
    public void A_deep_link_follows_its_topic(string typed, string topic)
    {
        var request = Table.Understand(Text(typed, "Private"), BotName);
        Assert.Equal("subscribe", request?.Command?.Name);
        Assert.Equal(topic, request?.Argument);
    }

    [Theory]
    [InlineData("/start", "start")]
    [InlineData("/offer NATO", null)]
    public void A_start_without_a_topic_greets_and_what_is_not_listed_cannot_be_typed(string typed, string? name) =>
        Assert.Equal(name, Table.Understand(Text(typed, "Private"), BotName)?.Command?.Name);

    [Theory]
    [InlineData("Private")]
    [InlineData("Supergroup")]
    public void No_command_is_taken_from_a_forwarded_message(string kind) =>
        Assert.Null(Table.Understand(Text("/subscribe NATO", kind) with { IsForwarded = true }, BotName));

    [Theory]
    [InlineData("subscibe", false, "/subscribe")]
    [InlineData("strat", false, null)]
    [InlineData("weather", false, null)]
    [InlineData("statz", true, "/stats")]
    [InlineData("statz", false, null)]
    public void The_nearest_command_is_told_to_those_who_may_use_it(string typed, bool isBotAdmin, string? nearest) =>
        Assert.Equal(nearest, Table.Nearest(typed, isBotAdmin));

    [Fact]
    public void The_menu_keeps_the_order_and_lists_what_can_be_typed() =>
        Assert.Equal(["subscribe", "start", "stats"], Table.Menu.Select(command => command.Name));

    private static IncomingText Text(string text, string kind) =>
        new(1, new ChatAddress(kind == "Private" ? 7 : -7), Enum.Parse<ChatKind>(kind), 7, "en", text, 3, false, null);

    private sealed record Named(string Name, CommandAudience Audience = CommandAudience.Everyone, bool IsListed = true) : ICommand
    {
        public Task RunAsync(CommandCall call, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
