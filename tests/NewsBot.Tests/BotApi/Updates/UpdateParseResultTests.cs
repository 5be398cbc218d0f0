using NewsBot.BotApi.Updates;
using NewsBot.Commands;
using NewsBot.Messages;

namespace NewsBot.Tests.BotApi.Updates;

public sealed class UpdateParseResultTests
{
    private const string Ann = """{"id":5,"is_bot":false,"first_name":"Ann","language_code":"uk"}""";
    private const string Private = """{"id":5,"type":"private","first_name":"Ann"}""";
    private const string Forum = """{"id":-100500,"type":"supergroup","title":"G","is_forum":true}""";
    private const string Channel = """{"id":-100700,"type":"channel","title":"C"}""";

    [Fact]
    public void Somebody_wrote() => Assert.Equal(
        new IncomingText(7, new ChatAddress(5), ChatKind.Private, 5, "uk", "/list", 11, false, 10),
        Read(Message(Private, $$""","from":{{Ann}},"text":"/list","reply_to_message":{"message_id":10,"date":1,"chat":{{Private}},"text":"earlier"}""")));

    [Fact]
    public void The_formatting_of_a_text_is_kept_and_what_Telegram_finds_by_itself_is_not()
    {
        var text = Assert.IsType<IncomingText>(Read(Message(Private, $$""","from":{{Ann}},"text":"/broadcast 😀 bold see e.example","entities":[{"type":"bot_command","offset":0,"length":10},{"type":"bold","offset":14,"length":4},{"type":"text_link","offset":19,"length":3,"url":"https://a.example/"},{"type":"url","offset":23,"length":9}]""")));
        Assert.Equal([new TextStyle(14, 4, SpanStyle.Bold), new(19, 3, SpanStyle.Plain, "https://a.example/")], text.Styles);
        Assert.Equal("https://a.example/", text.PreviewAddress);
        Assert.False(text.IsCaption);
    }

    [Theory]
    [InlineData("", "http://e.example")]
    [InlineData(""","link_preview_options":{"is_disabled":true}""", null)]
    [InlineData(""","link_preview_options":{"url":"https://b.example/"}""", "https://b.example/")]
    public void The_preview_is_the_one_that_the_writer_sees(string fields, string? address) => Assert.Equal(
        address,
        Assert.IsType<IncomingText>(Read(Message(Private, $$""","from":{{Ann}},"text":"e.example","entities":[{"type":"url","offset":0,"length":9}]{{fields}}"""))).PreviewAddress);

    [Fact]
    public void In_a_thread_the_opening_of_the_thread_is_no_message_that_was_replied_to() => Assert.Null(
        Assert.IsType<IncomingText>(Read(Message(Forum, $$""","from":{{Ann}},"text":"x","is_topic_message":true,"message_thread_id":9,"reply_to_message":{"message_id":9,"date":1,"chat":{{Forum}},"forum_topic_created":{"name":"T","icon_color":1} }"""))).RepliedMessageId);

    [Theory]
    [InlineData(""","is_topic_message":true,"message_thread_id":9""", 9)]
    [InlineData(""","is_topic_message":true,"message_thread_id":1""", 0)]
    [InlineData(""","message_thread_id":9""", 0)]
    [InlineData("", 0)]
    public void Only_a_message_of_a_topic_has_a_thread_and_the_general_topic_is_none(string fields, int thread) =>
        Assert.Equal(new ChatAddress(-100500, thread), Read(Message(Forum, $$""","from":{{Ann}},"text":"x"{{fields}}"""))!.Chat);

    [Theory]
    [InlineData(""","forward_origin":{"type":"hidden_user","sender_user_name":"B","date":1}""", true)]
    [InlineData(""","is_automatic_forward":true,"forward_origin":{"type":"channel","chat":{"id":-100700,"type":"channel","title":"C"},"message_id":3,"date":1}""", true)]
    [InlineData("", false)]
    public void A_forwarded_message_is_told_from_a_typed_one(string fields, bool isForwarded) => Assert.Equal(
        isForwarded, Assert.IsType<IncomingText>(Read(Message(Forum, $$""","from":{{Ann}},"text":"/subscribe NATO"{{fields}}"""))).IsForwarded);

    [Fact]
    public void A_press_brings_the_code_of_its_message_along()
    {
        var press = Assert.IsType<IncomingCallback>(Read(Press($$"""{"message_id":4,"date":1,"chat":{{Private}},"text":"Follow 😀 grain ship or rye?","entities":[{"type":"bold","offset":0,"length":6},{"type":"code","offset":7,"length":13},{"type":"code","offset":24,"length":3}]}""")));
        Assert.Equal(["😀 grain ship", "rye"], press.CodeTexts);
        Assert.False(press.IsMessageGone);
    }

    [Theory]
    [InlineData($$"""{"message_id":4,"date":0,"chat":{{Private}}}""")]
    [InlineData("null")]
    public void A_press_below_a_message_that_is_gone_is_known_for_one(string message)
    {
        var press = Assert.IsType<IncomingCallback>(Read(Press(message)));
        Assert.True(press.IsMessageGone);
        Assert.Equal(new ChatAddress(5), press.Chat);
    }

    [Fact]
    public void An_anonymous_administrator_speaks_as_the_group_and_is_no_user()
    {
        const string StandIn = """{"id":1087968824,"is_bot":true,"first_name":"Group","username":"GroupAnonymousBot"}""";
        var text = Assert.IsType<IncomingText>(Read(Message(Forum, $$""","from":{{StandIn}},"sender_chat":{{Forum}},"text":"/list" """)));
        Assert.True(text.FromChatItself);
        Assert.Null(text.UserId);
        Assert.Null(text.LanguageCode);
    }

    [Fact]
    public void A_channel_that_writes_in_a_group_is_neither_the_group_nor_a_user()
    {
        var text = Assert.IsType<IncomingText>(Read(Message(Forum, $$""","from":{{Ann}},"sender_chat":{{Channel}},"text":"x" """)));
        Assert.False(text.FromChatItself);
        Assert.Null(text.UserId);
    }

    [Fact]
    public void A_post_is_the_channels_own() => Assert.Equal(
        new IncomingText(7, new ChatAddress(-100700), ChatKind.Channel, null, null, "/list", 11, true, null),
        Read($$"""{"update_id":7,"channel_post":{"message_id":11,"date":1700000000,"chat":{{Channel}},"sender_chat":{{Channel}},"text":"/list"} }"""));

    [Fact]
    public void A_button_was_pressed() => Assert.Equal(
        new IncomingCallback(7, new ChatAddress(-100500, 9), ChatKind.Supergroup, 5, "uk", "press-1", "why:1", 11),
        Read($$"""{"update_id":7,"callback_query":{"id":"press-1","from":{{Ann}},"chat_instance":"1","data":"why:1","message":{"message_id":11,"date":1,"chat":{{Forum}},"is_topic_message":true,"message_thread_id":9} } }"""));

    [Theory]
    [InlineData(Private, """{"status":"member","user":USER}""", true)]
    [InlineData(Private, """{"status":"kicked","user":USER,"until_date":0}""", false)]
    [InlineData(Forum, """{"status":"left","user":USER}""", false)]
    [InlineData(Forum, """{"status":"member","user":USER}""", true)]
    [InlineData(Forum, """{"status":"restricted","user":USER,"is_member":true,"can_send_messages":false,"until_date":0}""", false)]
    [InlineData(Forum, """{"status":"restricted","user":USER,"is_member":true,"can_send_messages":true,"until_date":0}""", true)]
    [InlineData(Forum, """{"status":"administrator","user":USER}""", true)]
    [InlineData(Channel, """{"status":"administrator","user":USER,"can_post_messages":true}""", true)]
    [InlineData(Channel, """{"status":"administrator","user":USER}""", false)]
    [InlineData(Channel, """{"status":"member","user":USER}""", false)]
    public void A_membership_tells_whether_the_bot_can_write(string chat, string member, bool canWrite)
    {
        const string Bot = """{"id":1,"is_bot":true,"first_name":"News"}""";
        var now = member.Replace("USER", Bot, StringComparison.Ordinal);
        var change = Assert.IsType<MembershipChanged>(Read(
            $$"""{"update_id":7,"my_chat_member":{"chat":{{chat}},"from":{{Ann}},"date":1,"old_chat_member":{"status":"left","user":{{Bot}} },"new_chat_member":{{now}} } }"""));
        Assert.Equal(canWrite, change.CanWrite);
    }

    [Fact]
    public void Both_sides_of_a_migration_tell_the_same()
    {
        const string Group = """{"id":-300,"type":"group","title":"G"}""";
        var expected = new ChatMigrated(7, new ChatAddress(-300), ChatKind.Group, -100500);
        Assert.Equal(expected, Read(Message(Group, ""","migrate_to_chat_id":-100500""")));
        Assert.Equal(expected, Read(Message(Forum, ""","migrate_from_chat_id":-300""")));
    }

    [Fact]
    public void The_words_below_a_picture_are_words()
    {
        const string Photo = ""","photo":[{"file_id":"f","file_unique_id":"u","width":1,"height":1}]""";
        Assert.Equal("NATO", Assert.IsType<IncomingText>(Read(Message(Private, $$""","from":{{Ann}},"caption":"NATO"{{Photo}}"""))).Text);
        Assert.Equal("Photo", Assert.IsType<Ignored>(Read(Message(Private, $$""","from":{{Ann}}{{Photo}}"""))).Why);
    }

    [Fact]
    public void Other_bots_are_not_answered() => Assert.Equal(
        "from a bot", Assert.IsType<Ignored>(Read(Message(Forum, ""","from":{"id":9,"is_bot":true,"first_name":"B"},"text":"hi bot" """))).Why);

    [Theory]
    [InlineData("""{"update_id":7}""")]
    [InlineData("""{"update_id":7,"poll":{"id":"1","question":"?","options":[],"total_voter_count":0,"type":"regular"}}""")]
    [InlineData("""{"update_id":7,"message":{"message_id":11,"date":1,"chat":{"id":5,"type":"a kind of the future"},"text":"x"}}""")]
    public void What_has_no_chat_to_answer_in_is_set_aside(string json) =>
        Assert.Equal(new UpdateParseResult(null, "nothing in it that NewsBot answers"), UpdateParseResult.Of(json));

    [Theory]
    [InlineData("""{"update_id":7,"message":{"message_id":11,"date":1,"chat":{"id":5,"type":"private"},"text":["secret words"]}}""")]
    [InlineData("""{"update_id":7,"my_chat_member":{"chat":{"id":5,"type":"private"},"from":{"id":5},"date":1,"old_chat_member":{"status":"secret words"},"new_chat_member":{"status":"?"}}}""")]
    [InlineData("""{"update_id":7,"message":{"message_id":11,"date":999999999999999,"chat":{"id":5,"type":"private"},"text":"secret words"}}""")]
    [InlineData("secret words")]
    [InlineData("[]")]
    public void What_cannot_be_read_is_set_aside_without_quoting_it(string json)
    {
        var reading = UpdateParseResult.Of(json);
        Assert.Null(reading.Incoming);
        Assert.StartsWith("cannot be read: ", reading.DeadLetterReason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", reading.DeadLetterReason, StringComparison.Ordinal);
    }

    private static Incoming? Read(string json) => UpdateParseResult.Of(json).Incoming;

    private static string Message(string chat, string fields) =>
        $$"""{"update_id":7,"message":{"message_id":11,"date":1700000000,"chat":{{chat}}{{fields}} } }""";

    private static string Press(string message) =>
        $$"""{"update_id":7,"callback_query":{"id":"p","from":{{Ann}},"chat_instance":"1","data":"why:1","message":{{message}} } }""";
}
