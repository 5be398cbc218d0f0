using NewsBot.Tests.Articles.Extraction;

namespace NewsBot.Tests.Articles.Metadata;

public sealed class BylineTests
{
    [Theory]
    [InlineData("<div class=\"meta author\">by <a href=/jb>Jon Berg</a> Feb. 27, 2026 5:20 AM</div>", "Jon Berg")]
    [InlineData("<div class=\"byline\"><span>By</span><span>Jon Berg</span></div>", "Jon Berg")]
    [InlineData("<div class=\"byline_action\"><div class=\"byline\"><a>Jon Berg</a> / LNN / <span>Updated: Feb 27, 2026</span></div><div><span>Share</span><ul><li>Small<li>Large</ul></div></div>", "Jon Berg|LNN")]
    [InlineData("<p class=\"byline\">By <a class=author>Jon Berg For Herald Larnow</a></p>", "Jon Berg")]
    [InlineData("<span id=\"author\">The Oster Press</span>", "The Oster Press")]
    [InlineData("<p class=\"byline\">Von Jon Berg am 27. Februar 2026</p>", "Jon Berg")]
    [InlineData("<p class=\"author\">Mia Dahl im Gespräch mit Jon Berg</p>", "Mia Dahl|Jon Berg")]
    [InlineData("<p class=\"byline\">Text &amp; Fotos: Mia Dahl</p>", "Mia Dahl")]
    [InlineData("<p class=\"byline\">Jon Berg and Mia Dahl, photography by Ana Ruiz</p>", "Jon Berg|Mia Dahl")]
    [InlineData("<p class=\"byline\">Jon Berg | Follow | See full bio | Link Copied</p>", "Jon Berg")]
    [InlineData("<address><a rel=author>Jon Berg</a> and <a rel=author>Mia Dahl</a></address>", "Jon Berg|Mia Dahl")]
    [InlineData("<aside><a rel=author href=/jb>Jon Berg</a></aside>", "Jon Berg")]
    [InlineData("<a href=\"/about/editors/jon-berg/\">Jon Berg</a>", "Jon Berg")]
    [InlineData("<p class=\"author\"><a rel=author>高木浩</a></p>", "高木浩")]
    public void The_names_alone_are_taken_of_a_byline(string markup, string expected) =>
        Assert.Equal(expected, string.Join('|', Read.Html(Sample.Page(before: markup)).Authors));

    [Fact]
    public void A_name_in_two_parts_is_put_together() => Assert.Equal(
        ["Ana Ruiz"],
        Read.Html(Sample.Page(head: """<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","givenName":"Ana","familyName":"Ruiz"}}</script>""")).Authors);

    [Fact]
    public void A_byline_that_readers_see_goes_before_a_stated_author_that_they_do_not() =>
        Assert.Equal(["Jon Berg"], Read.Html(Sample.Page(head: "<meta name=author content=\"Web Desk Feed\">", before: "<p class=byline>By Jon Berg</p>")).Authors);

    [Fact]
    public void The_publisher_is_the_author_only_where_nobody_else_is()
    {
        const string head = "<meta property=og:site_name content=\"Larnow Herald\"><meta name=author content=\"Larnow Herald\">";

        Assert.Equal(["Larnow Herald"], Read.Html(Sample.Page(head: head)).Authors);
        Assert.Equal(["Jon Berg"], Read.Html(Sample.Page(head: head, before: "<p>By Jon Berg</p>")).Authors);
    }

    [Fact]
    public void Authors_of_other_posts_are_not_taken() => Assert.Equal(
        ["Jon Berg"],
        Read.Html(Sample.Page(before: "<p><a rel=author>Jon Berg</a></p>", after: "<section><div><p>The ferry is late again</p><a rel=author>Mia Dahl</a></div></section>")).Authors);

    [Theory]
    [InlineData("<meta property=article:published_time content=1772184600000>", "", "2026-02-27")]
    [InlineData("", "<p class=date>2026年2月27日 12時00分更新</p>", "2026-02-27")]
    [InlineData("", "<p class=date>27.02.26</p>", "2026-02-27")]
    [InlineData("<meta name=date content=2026-03-01>", "<time datetime=2026-02-27>Friday</time>", "2026-02-27")]
    [InlineData("", "<a href=/world/story-1 rel=bookmark><time datetime=2026-02-27T10:00:00Z>Friday</time></a>", "2026-02-27")]
    public void The_day_that_a_page_gives_is_found(string head, string before, string expected) =>
        Assert.Equal(expected, $"{Read.Html(Sample.Page(head: head, before: before)).Published:yyyy-MM-dd}");

    [Theory]
    [InlineData("https://news.example/reports/27-02-2026")]
    [InlineData("https://news.example/20260227/story")]
    [InlineData("https://news.example/2026/02/27/story")]
    public void The_day_may_stand_in_the_address(string address) =>
        Assert.Equal("2026-02-27", $"{Read.Html(Sample.Page(), address).Published:yyyy-MM-dd}");
}
