using NewsBot.Content.Html;

namespace NewsBot.Tests.Content.Html;

public sealed class HtmlToTextTests
{
    [Theory]
    [InlineData("Plain words", "Plain words")]
    [InlineData("  two \n lines ", "two lines")]
    [InlineData("AT&amp;T &mdash; caf&eacute; &#8217;s &hellip;", "AT&T — café ’s …")]
    [InlineData("A <b>bold</b> claim", "A bold claim")]
    [InlineData("Line<br/>break", "Line break")]
    [InlineData("x < y and y > z", "x < y and y > z")]
    [InlineData("The <blink> tag is back", "The <blink> tag is back")]
    [InlineData("List<string> in C#", "List<string> in C#")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>")]
    [InlineData("R&D up, M&A down", "R&D up, M&A down")]
    [InlineData("<script>alert(1)</script>News", "News")]
    public void A_line_is_text_without_its_markup(string written, string expected) => Assert.Equal(expected, HtmlToText.Line(written));

    [Theory]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("<div><p>One <i>and</i> a half.</p>\n\n</div>Two.<style>p { x: y }</style>", "One and a half.\n\nTwo.")]
    [InlineData("<ul><li>One<li>Two</ul>", "One\n\nTwo")]
    [InlineData("One.\n\nTwo\nand a half.", "One.\n\nTwo and a half.")]
    [InlineData("<p>He said <q>2 &lt; 3</q></p>", "He said 2 < 3")]
    [InlineData("<img src='x.jpg' alt='y > z'>Caption", "Caption")]
    [InlineData("<!-- <p>no</p> --><p>yes</p>", "yes")]
    public void Paragraphs_are_joined_by_an_empty_line(string written, string expected) => Assert.Equal(expected, HtmlToText.Paragraphs(written));

    [Fact]
    public void Nesting_costs_no_more_than_length()
    {
        var nested = string.Concat(Enumerable.Repeat("<b><i>", 40_000)) + "deep" + string.Concat(Enumerable.Repeat("</i></b>", 40_000));

        Assert.Equal("deep", HtmlToText.OfHtml(nested));
    }
}
