using NewsBot.BotApi.Updates;

namespace NewsBot.Tests.BotApi.Updates;

/// <summary>Whatever comes in the place of an update: it is kept or told, and nothing throws.</summary>
public sealed class HostileUpdatesTests
{
    private const string Lone = """\ud83d""";

    [Theory]
    [InlineData("-1", null)]
    [InlineData("-9223372036854775808", null)]
    [InlineData("9223372036854775807", null)]
    [InlineData("99999999999999999999999", null)]
    [InlineData("2147483647", null)]
    [InlineData("1e3", null)]
    [InlineData("1.5", null)]
    [InlineData("null", null)]
    [InlineData("2147483646", 2147483646L)]
    [InlineData("0", 0L)]
    public void A_number_that_Telegram_cannot_give_is_none(string number, long? expected)
    {
        var update = ReceivedUpdate.Of($$"""{"update_id":{{number}}}""", isWhole: true);
        Assert.Equal(expected, update.UpdateId);
        Assert.Equal(expected is null, update.Flaw is not null);
        Assert.Equal(expected is null, update.Key < 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[[[[")]
    [InlineData("\"\\ud83d\"")]
    [InlineData("{\"\\ud83d\":1}")]
    [InlineData("\ud83d")]
    [InlineData("{\"update_id\":7,\"message\":{\"message_id\":1,\"te")]
    public void What_is_no_update_is_told_as_such(string body)
    {
        var update = ReceivedUpdate.Of(body, isWhole: true);
        Assert.Null(update.UpdateId);
        Assert.NotNull(update.Flaw);
        Assert.True(update.Key < 0);
    }

    [Fact]
    public void A_name_with_half_a_character_costs_neither_its_update_nor_the_batch()
    {
        var answer = GetUpdatesResult.Read("""{"ok":true,"result":[{"LONE":1,"update_id":7},{"update_id":8,"x":{"LONE":"LONE"}},{"update_id":9}]}""".Replace("LONE", Lone, StringComparison.Ordinal), 200);
        var updates = Assert.IsType<GetUpdatesResult.Answered>(answer).Updates;
        Assert.Equal([7L, 8L, 9L], updates.Select(update => update.UpdateId));
    }

    [Theory]
    [InlineData("""{"ok":false,"error_code":502,"description":"LONE"}""")]
    [InlineData("""{"LONE":1}""")]
    [InlineData("""{"LONE":1,"ok":true,"result":[]}""")]
    [InlineData("\ud83d")]
    public void Half_a_character_elsewhere_in_an_answer_does_not_throw(string body) =>
        Assert.NotNull(UpdateSourceProblem.In(GetUpdatesResult.Read(body.Replace("LONE", Lone, StringComparison.Ordinal), 502)) ?? (object)"none");

    [Theory]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":"A"},"text":"LONE"}}""")]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":99999999999999999999,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"date":99999999999999,"chat":{"id":5,"type":"private"},"text":"x"}}""")]
    [InlineData("""{"update_id":7,"callback_query":{"id":"1","from":{"id":5,"is_bot":false,"first_name":"A"},"data":"x:1","message":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"},"text":"ab","entities":[{"type":"code","offset":1,"length":2147483647},{"type":"code","offset":-1,"length":1}]}}}""")]
    public void A_strange_update_is_parsed_or_dead_lettered(string json)
    {
        var (incoming, reason) = UpdateParseResult.Of(json.Replace("LONE", Lone, StringComparison.Ordinal));
        Assert.True(incoming is null ^ reason is null);
    }
}
