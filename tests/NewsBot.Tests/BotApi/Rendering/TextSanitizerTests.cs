using NewsBot.BotApi.Rendering;

namespace NewsBot.Tests.BotApi.Rendering;

public sealed class TextSanitizerTests
{
    [Theory]
    [InlineData("NA\u200BTO", "NATO")]
    [InlineData("NA\u200DTO", "NATO")]
    [InlineData("safe\u202Egpj.exe", "safegpj.exe")]
    [InlineData("a\u2066b\u2069c", "abc")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("hidden\U000E0041\U000E0042", "hidden")]
    [InlineData("tab\there\0", "tab here ")]
    [InlineData("one\r\ntwo\u2028three", "one\ntwo\nthree")]
    public void What_would_deceive_is_taken_out(string text, string expected) => Assert.Equal(expected, TextSanitizer.Clean(text));

    [Theory]
    [InlineData("A\u030Angstro\u0308m", "Ångstro\u0308m")]
    [InlineData("x\u030A\u0333y\u033F", "xy")]
    public void A_ring_is_one_with_its_letter_because_Telegram_would_drop_it(string text, string expected) => Assert.Equal(expected, TextSanitizer.Clean(text));

    [Fact]
    public void Half_a_character_is_shown_as_broken() => Assert.Equal("lone \uFFFD half", TextSanitizer.Clean("lone \ud83d half"));

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿 England")]
    [InlineData("می‌خواهم")]
    [InlineData("क्‍ष")]
    [InlineData("؀١٢")]
    [InlineData("Північна Корея")]
    [InlineData("❤️")]
    public void What_writing_needs_stays(string text) => Assert.Equal(text, TextSanitizer.Clean(text));
}
