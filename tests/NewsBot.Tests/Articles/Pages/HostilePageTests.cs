using System.Text;
using NewsBot.Articles.Pages;

namespace NewsBot.Tests.Articles.Pages;

public sealed class HostilePageTests
{
    private const int TwoMebibytes = 2 * 1024 * 1024;

    private const int FiveMebibytes = 5 * 1024 * 1024;

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><i>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    [InlineData("<div></div>")]
    [InlineData("<p>")]
    [InlineData("<script>")]
    [InlineData("<!--")]
    [InlineData("\"'<<>&")]
    [InlineData("<p>a. “b (c. ")]
    public void Megabytes_of_one_thing_end_in_an_outcome(string piece)
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat(piece, TwoMebibytes / piece.Length));

        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/plain", null));
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<section class=related><ul>", 200_000)]
    [InlineData("<a>", 200_000)]
    [InlineData("{\"a\":[", 200_000)]
    public void Two_hundred_thousand_levels_end_in_an_outcome(string level, int times)
    {
        var nested = string.Concat(Enumerable.Repeat(level, times));
        var html = level[0] == '{' ? Sample.Page(head: $"<script type=\"application/ld+json\">{nested}</script>") : Sample.Page(body: nested + Sample.Body);

        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
        Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/plain", null));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a b. ")]
    [InlineData("Sign up for our newsletter ")]
    [InlineData("1 of 2 ")]
    [InlineData("by By Von ")]
    [InlineData("12.12.2020 ")]
    [InlineData("\0")]
    [InlineData("&amp;")]
    [InlineData("a-")]
    public void A_line_of_four_megabytes_ends_in_an_outcome(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 2 * TwoMebibytes / piece.Length));
        foreach (var html in (string[])[Sample.Page(body: $"<p>{line}</p>{Sample.Body}"), Sample.Page(body: $"<p class=\"{line}\">{Sample.Body}"), Sample.Page(head: $"<meta name=author content=\"{line}\"><script type=\"application/ld+json\">{{\"@type\":\"NewsArticle\",\"headline\":\"{line}\",\"articleBody\":\"{line}\"}}</script>")])
        {
            Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
            Assert.NotNull(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/plain", null));
        }
    }

    [Fact]
    public void Formatting_that_is_cloned_into_every_paragraph_is_refused()
    {
        var html = "<p>" + string.Concat(Enumerable.Range(0, 400).Select(i => $"<b id={i}>")) + string.Concat(Enumerable.Repeat("</p><p>x", 50_000));

        Assert.IsType<PageOutcome.Unreadable>(Read.Reader.Read(Encoding.UTF8.GetBytes(html), "text/html", null));
    }

    [Theory]
    [InlineData("%PDF-1.7 ...", "text/html")]
    [InlineData("\u0089PNG\r\n\u001a\n\0\0\0", null)]
    [InlineData("anything", "image/jpeg")]
    [InlineData("{}", "application/json")]
    public void What_is_no_text_is_refused_with_a_sentence(string body, string? type)
    {
        var refused = Assert.IsType<PageOutcome.Unreadable>(Read.Reader.Read(Encoding.Latin1.GetBytes(body), type, null));

        Assert.EndsWith(".", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_at_all_is_a_page_without_text() =>
        Assert.NotEmpty(Read.Page(Read.Reader.Read(ReadOnlyMemory<byte>.Empty, null, null)).Warnings);

    [Fact]
    public void A_page_that_is_cut_at_five_mebibytes_says_so()
    {
        var html = Sample.Page() + "<!--" + new string('x', FiveMebibytes);

        Assert.Contains(Read.Html(html).Warnings, warning => warning.Contains("5 MiB", StringComparison.Ordinal));
    }
}
