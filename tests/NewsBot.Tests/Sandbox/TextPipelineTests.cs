using System.Text.Json.Nodes;
using NewsBot.Sandbox.Control;

namespace NewsBot.Tests.Sandbox;

public sealed class TextPipelineTests : SandboxTest
{
    [Fact]
    public async Task A_text_that_is_missing_blank_too_long_or_broken_has_its_own_error()
    {
        await StartAsync();

        Assert.Equal("Bad Request: message text is empty", await RefusalAsync("sendMessage", new { chat_id = Olena }));
        Assert.Equal("Bad Request: text must be non-empty", await RefusalAsync("sendMessage", new { chat_id = Olena, text = " \n\u2028 " }));
        Assert.Equal("Bad Request: message is too long", await RefusalAsync("sendMessage", new { chat_id = Olena, text = new string('x', 4097) }));
        Assert.Equal("Bad Request: text is too long", await RefusalAsync("sendMessage", new { chat_id = Olena, text = new string('x', 32_769) }));
        Assert.Equal("Bad Request: unsupported parse_mode", await RefusalAsync("sendMessage", new { chat_id = Olena, text = "x", parse_mode = "Word" }));
        Assert.Equal(
            "Bad Request: can't parse entities: Unexpected end tag at byte offset 0",
            await RefusalAsync("sendMessage", new { chat_id = Olena, text = "</b>", parse_mode = "html" }));
    }

    [Fact]
    public async Task Length_is_counted_in_code_points_after_the_markup()
    {
        await StartAsync();
        var text = string.Concat(Enumerable.Repeat("😀", 4096));

        var sent = await SendAsync($"<b>{text}</b>");

        Assert.Equal(text, sent["text"]!.GetValue<string>());
        Assert.Equal(8192, sent["entities"]![0]!["length"]!.GetValue<int>());
    }

    [Fact]
    public async Task Control_characters_and_the_space_around_go_and_entities_move_along()
    {
        await StartAsync();

        var sent = await SendAsync("  \r\n a\tb\u202E <b>bold </b> \n");

        Assert.Equal("a b bold", sent["text"]!.GetValue<string>());
        Assert.Equal((4, 4), (sent["entities"]![0]!["offset"]!.GetValue<int>(), sent["entities"]![0]!["length"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Entities_after_the_hundredth_are_dropped()
    {
        await StartAsync();

        var sent = await SendAsync(string.Join(' ', Enumerable.Range(0, 120).Select(number => $"<a href='http://127.0.0.1/{number}'>{number}</a>")));

        Assert.Equal(100, sent["entities"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_style_stops_at_code_and_touching_parts_are_one()
    {
        await StartAsync();

        var sent = await SendAsync("<b>one</b><b> two <code>three</code> four</b>");

        Assert.Equal(["bold 0+8", "code 8+5", "bold 13+5"], Entities(sent));
    }

    [Fact]
    public async Task Addresses_commands_and_tags_in_a_plain_text_are_found()
    {
        await StartAsync();

        var sent = await ResultAsync("sendMessage", new { chat_id = Olena, text = "/list@NewsBotSandboxBot https://example.com/a, #NATO @somebody me@example.com and/or 1/2" });

        Assert.Equal(["bot_command 0+23", "url 24+21", "hashtag 47+5", "mention 53+9", "email 63+14"], Entities(sent));
    }

    [Fact]
    public async Task Entities_can_be_given_instead_of_markup()
    {
        await StartAsync();

        var sent = await ResultAsync("sendMessage", new { chat_id = Olena, text = "<b>", entities = new[] { new { type = "bold", offset = 0, length = 3 } } });

        Assert.Equal(("<b>", "bold 0+3"), (sent["text"]!.GetValue<string>(), Entities(sent).Single()));
    }

    [Fact]
    public async Task A_mention_of_somebody_unknown_vanishes()
    {
        await StartAsync();

        Assert.Equal(["text_mention 0+3"], Entities(await SendAsync("<a href='tg://user?id=1002'>Ben</a>, <a href='tg://user?id=9'>Eve</a>")));
    }

    [Theory]
    [InlineData("""{"inline_keyboard":[[{"text":"x"}]]}""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""{"inline_keyboard":[[{"text":"x","callback_data":""}]]}""", "BUTTON_DATA_INVALID")]
    [InlineData("""{"inline_keyboard":[[{"text":"x","callback_data":"ййййййййййййййййййййййййййййййййй"}]]}""", "BUTTON_DATA_INVALID")]
    [InlineData("""{"inline_keyboard":[[{"text":"x","url":"http://localhost/"}]]}""", "inline keyboard button URL 'http://localhost/' is invalid: Wrong HTTP URL")]
    [InlineData("[]", "object expected as reply markup")]
    [InlineData("{", "can't parse reply keyboard markup JSON object")]
    public async Task A_keyboard_that_cannot_be_shown_is_refused(string markup, string why)
    {
        await StartAsync();

        Assert.Equal($"Bad Request: {why}", await RefusalAsync("sendMessage", new { chat_id = Olena, text = "x", reply_markup = markup }));
    }

    [Fact]
    public async Task Link_preview_options_stay_with_the_message()
    {
        await StartAsync();

        await ResultAsync("sendMessage", new { chat_id = Olena, text = "x", link_preview_options = new { url = "http://127.0.0.1/a", prefer_small_media = true } });

        var preview = (await People.GetMessagesAsync(Olena))[^1].LinkPreview!;
        Assert.Equal(("http://127.0.0.1/a", true, false), (preview.Url, preview.PrefersSmallMedia, preview.IsDisabled));
    }

    private Task<JsonNode> SendAsync(string html) => ResultAsync("sendMessage", new { chat_id = Olena, text = html, parse_mode = "HTML" });

    private static IEnumerable<string> Entities(JsonNode message) =>
        (message["entities"]?.AsArray() ?? []).Select(entity => $"{entity!["type"]} {entity["offset"]}+{entity["length"]}");
}
