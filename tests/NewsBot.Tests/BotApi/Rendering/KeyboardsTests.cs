using NewsBot.BotApi.Rendering;
using NewsBot.Messages;

namespace NewsBot.Tests.BotApi.Rendering;

public sealed class KeyboardsTests
{
    [Fact]
    public void Buttons_keep_their_rows()
    {
        var keyboard = Keyboards.Of(With(new Button("Why", "why:1"), new Button("Open", null, "https://news.example/a")))!;
        var row = keyboard.InlineKeyboard.Single().ToArray();
        Assert.Equal(("Why", "why:1", null), (row[0].Text, row[0].CallbackData, row[0].Url));
        Assert.Equal(("Open", null, "https://news.example/a"), (row[1].Text, row[1].CallbackData, row[1].Url));
    }

    [Fact]
    public void A_message_without_buttons_has_no_keyboard() => Assert.Null(Keyboards.Of(MessageBuilder.Plain("x")));

    [Theory]
    [InlineData("tg://resolve?domain=x")]
    [InlineData("javascript:alert(1)")]
    public void A_button_to_elsewhere_than_the_web_is_left_out(string address) => Assert.Null(Keyboards.Of(With(new Button("Open", null, address))));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("я345678901234567890123456789012345678901234567890123456789012345")]
    public void Wrong_data_is_a_bug_and_named(string? data)
    {
        var bug = Assert.Throws<ArgumentException>(() => Keyboards.Of(With(new Button("x", data))));
        Assert.Contains($"'{data}'", bug.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_four_bytes_of_data_are_allowed() => Assert.NotNull(Keyboards.Of(With(new Button("x", new string('d', 64)))));

    [Fact]
    public void A_long_label_is_cut_and_an_empty_one_seen()
    {
        var row = Keyboards.Of(With(new Button(new string('l', 100), "a"), new Button(" ", "b")))!.InlineKeyboard.Single().ToArray();
        Assert.Equal(new string('l', 63) + "…", row[0].Text);
        Assert.Equal("…", row[1].Text);
    }

    [Fact]
    public void A_preview_is_small_and_of_the_article_or_off()
    {
        var preview = Keyboards.PreviewOf(new MessageBuilder().Text("x").Preview("https://news.example/a").Build());
        Assert.Equal(("https://news.example/a", true, false), (preview.Url, preview.PreferSmallMedia, preview.IsDisabled));
        Assert.True(Keyboards.PreviewOf(MessageBuilder.Plain("x")).IsDisabled);
        Assert.True(Keyboards.PreviewOf(new MessageBuilder().Text("x").Preview("tg://x").Build()).IsDisabled);
    }

    private static Message With(params Button[] row) => new MessageBuilder().Text("x").Row(row).Build();
}
