using System.Globalization;
using NewsBot.Articles;
using NewsBot.Articles.Metadata;
using NewsBot.Tests.Articles.Extraction;

namespace NewsBot.Tests.Articles.Metadata;

public sealed class PageMetadataTests
{
    private const string Graph =
        """
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"WebPage","name":"Page"},
        {"@type":"Person","@id":"#jb","name":"Jon Berg"},
        {"@type":"Organization","@id":"#org","name":"Larnow Herald"},
        {"@type":["NewsArticle"],"headline":"Harbour bridge closes
        for repairs","datePublished":"2026-02-27T09:30:00+0200","author":[{"@id":"#jb"},{"@type":"Person","name":"Mia O&#39;Dea"}],"publisher":{"@id":"#org"},"articleSection":"City","keywords":"bridges, ferries",}
        ]}</script>
        """;

    [Fact]
    public void A_graph_of_linked_data_is_read()
    {
        var reading = Read.Html(Sample.Page(head: Graph));

        Assert.Equal("Harbour bridge closes for repairs", reading.Title);
        Assert.Equal(["Jon Berg", "Mia O'Dea"], reading.Authors);
        Assert.Equal(At("2026-02-27T07:30:00Z"), reading.Published);
        Assert.Equal("Larnow Herald", reading.Site);
        Assert.Equal(["City", "bridges", "ferries"], reading.Tags);
    }

    [Fact]
    public void Broken_linked_data_is_passed_over() =>
        Assert.Equal("Harbour bridge closes for repairs", Read.Html(Sample.Page(head: "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\", headline}</script>")).Title);

    [Fact]
    public void Meta_elements_are_read()
    {
        const string head =
            """
            <meta property="og:site_name" content="Larnow Herald"><meta name="author" content="By Jon Berg, City Editor and Mia Dahl">
            <meta property="article:published_time" content="2026-02-27T09:30:00Z"><meta property="article:tag" content="Bridges">
            <link rel="canonical" href="/world/story-1?page=1">
            """;
        var reading = Read.Html(Sample.Page(head: head, before: "<span class=\"kicker\">Traffic</span>"));

        Assert.Equal("Larnow Herald", reading.Site);
        Assert.Equal(["Jon Berg", "Mia Dahl"], reading.Authors);
        Assert.Equal(At("2026-02-27T09:30:00Z"), reading.Published);
        Assert.Equal("https://news.example/world/story-1?page=1", reading.Address);
        Assert.Equal(["Traffic", "Bridges"], reading.Tags);
    }

    [Theory]
    [InlineData("<time datetime=\"2026-02-27T09:30:00Z\">Friday</time>", "2026-02-27T09:30:00Z")]
    [InlineData("<span class=\"date\">27 February 2026</span>", "2026-02-27T00:00:00Z")]
    [InlineData("<span class=\"date\">27. Februar 2026</span>", "2026-02-27T00:00:00Z")]
    [InlineData("<span class=\"date\">27 лютого 2026</span>", "2026-02-27T00:00:00Z")]
    [InlineData("<span class=\"date\">27 de febrero de 2026</span>", "2026-02-27T00:00:00Z")]
    [InlineData("<ul class=\"info\"><li><time>27.02.2026</time></li><li><a href=/city>City</a></li></ul>", "2026-02-27T00:00:00Z")]
    [InlineData("<div class=\"created-datum\"><div>Erstellt am</div><div>27.02.2026</div></div>", "2026-02-27T00:00:00Z")]
    [InlineData("<ul><li><a href=/x>Another headline of this site</a> <time>27.02.2026</time></li></ul>", null)]
    [InlineData("<footer><span itemprop=datePublished content=\"2026-02-27T09:30:00Z\"></span></footer>", "2026-02-27T09:30:00Z")]
    [InlineData("<span class=\"date\">27 February</span>", null)]
    [InlineData("<span class=\"date\">2 hours ago</span>", null)]
    [InlineData("<time datetime=\"2031-02-27T09:30:00Z\">soon</time>", null)]
    [InlineData("<aside><time datetime=\"2026-02-27T09:30:00Z\">Other</time></aside>", null)]
    [InlineData("<div class=\"related-box\"><time datetime=\"2026-02-27T09:30:00Z\">Other</time></div>", null)]
    public void A_date_near_the_headline_counts_if_it_is_whole_and_past(string markup, string? expected) =>
        Assert.Equal(expected is null ? null : At(expected), Read.Html(Sample.Page(before: markup)).Published);

    [Theory]
    [InlineData("(27. Februar 2026) Die Brücke in Larnau ist gesperrt, weil in zwei Pfeilern Risse gefunden wurden, sagt die Stadt.", "2026-02-27T00:00:00Z")]
    [InlineData("On 27 February 2026 the bridge in Larnow was closed because cracks were found in two of its pillars, the city said.", null)]
    public void A_date_that_opens_the_text_is_a_dateline(string paragraph, string? expected) =>
        Assert.Equal(expected is null ? null : At(expected), Read.Html(Sample.Page(body: $"<p>{paragraph}</p>{Sample.Body}")).Published);

    [Fact]
    public void What_linked_data_says_of_the_page_counts_where_it_speaks_of_no_article()
    {
        const string head = "<script type=\"application/ld+json\">{\"@type\":\"WebPage\",\"headline\":\"Start\",\"datePublished\":\"2026-02-27T09:30:00Z\",\"author\":{\"name\":\"Jon Berg\"}}</script>";

        var reading = Read.Html(Sample.Page(head: head));

        Assert.Equal("Harbour bridge closes for repairs", reading.Title);
        Assert.Equal(["Jon Berg"], reading.Authors);
        Assert.Equal(At("2026-02-27T09:30:00Z"), reading.Published);
    }

    [Fact]
    public void A_date_in_the_address_counts_last() =>
        Assert.Equal(At("2026-02-27T00:00:00Z"), Read.Html(Sample.Page(), "https://news.example/2026/02/27/bridge").Published);

    [Theory]
    [InlineData("<span class=\"byline\">By JON BERG</span>", "JON BERG")]
    [InlineData("<p class=\"byline\">By <a href=/jb>Jon Berg</a> and <a href=/md>Mia Dahl</a>, Larnow correspondent</p>", "Jon Berg|Mia Dahl")]
    [InlineData("<div class=\"author\">Von Jörg Weiß und Mia Dahl</div>", "Jörg Weiß|Mia Dahl")]
    [InlineData("<div class=\"author\">Олена Коваль та Іван Гнатюк</div>", "Олена Коваль|Іван Гнатюк")]
    [InlineData("<div class=\"author\">jon@herald.example</div>", "")]
    [InlineData("<div class=\"author\">von Mia von Dahl</div>", "Mia von Dahl")]
    [InlineData("<p class=\"byline\">27. Februar 2026 · von <a rel=author>Mia</a></p>", "Mia")]
    [InlineData("<p>27.02.2026 - Redaktion: Mia Dahl (Sprecherin)</p>", "Mia Dahl")]
    [InlineData("<h5>Autor:</h5> Mia Dahl", "Mia Dahl")]
    [InlineData("<div class=\"byline\">Par <a>Léa Morel</a><br>Le <span>27/02</span></div>", "Léa Morel")]
    [InlineData("<footer><a rel=author>Mia Dahl</a></footer>", "Mia Dahl")]
    public void Authors_are_names_and_nothing_else(string markup, string expected) =>
        Assert.Equal(expected, string.Join('|', Read.Html(Sample.Page(before: markup)).Authors));

    [Theory]
    [InlineData("Bridge closes - Larnow Herald", "Larnow Herald", "Bridge closes")]
    [InlineData("Harbour bridge closes for repairs | Herald", null, "Harbour bridge closes for repairs")]
    [InlineData("Harbour bridge closes - Larnow Times", null, "Harbour bridge closes")]
    [InlineData("Trump - what we know so far", null, "Trump - what we know so far")]
    public void The_site_is_no_part_of_the_headline(string title, string? site, string expected) =>
        Assert.Equal(expected, NewsBot.Articles.Metadata.Headline.WithoutSite(title, new Site(site, new Uri("https://www.larnow-times.example/"))));

    [Theory]
    [InlineData("<html>", "Die Brücke ist geschlossen, weil die Pfeiler nicht mehr sicher sind, und das wird noch lange so bleiben, wie die Stadt mit Bedauern sagt.", "de")]
    [InlineData("<html>", "Міст закрили на ремонт, бо у двох опорах є тріщини, і це буде тривати до літа, як повідомили у місті на нараді з мешканцями.", "uk")]
    [InlineData("<html lang=fr>", "The bridge is closed and it will be closed for the rest of the year, the city said on Monday.", "fr")]
    [InlineData("<html lang=en>", "Die Brücke ist geschlossen, weil die Pfeiler nicht mehr sicher sind, und das wird noch lange so bleiben, wie die Stadt mit Bedauern sagt. Bis zum Sommer fahren die Fähren alle zehn Minuten, und für die Märkte sucht sie einen Platz auf der anderen Seite.", "de")]
    public void The_declared_language_goes_before_the_guess_unless_enough_text_speaks_against_it(string start, string text, string expected) =>
        Assert.Equal(expected, Read.Html($"{start}<body><h1>Head</h1><div><p>{text}</p></div></body></html>").Language);

    [Fact]
    public void A_blog_whose_first_heading_is_its_name_has_its_headline_in_the_next()
    {
        var page = $"<html><head><title>Harbour bridge closes for repairs – Larnow Diary</title></head><body><h1>Larnow Diary</h1><h2>Harbour bridge closes for repairs</h2><div>{Sample.Body}</div></body></html>";

        Assert.Equal("Harbour bridge closes for repairs", Read.Html(page).Title);
    }

    [Fact]
    public void A_headline_may_hold_the_name_of_the_site() =>
        Assert.Equal("Larnow closes its harbour bridge", Read.Html(
            $"<html><head><title>Larnow closes its harbour bridge | Larnow</title><meta property=og:site_name content=Larnow></head><body><h2>News of the day</h2><h1>Larnow closes its harbour bridge</h1><div>{Sample.Body}</div></body></html>").Title);

    [Fact]
    public void Where_no_title_is_stated_the_heading_above_the_text_is_the_headline() =>
        Assert.Equal("Bridge closed", Read.Html(
            $"<html><head><title>Larnow Herald - News</title></head><body><h1>Quick links</h1><ul><li>One<li>Two<li>Three<li>Four<li>Five<li>Six<li>Seven</ul><h2>Bridge closed</h2><div>{Sample.Body}</div></body></html>").Title);

    [Theory]
    [InlineData("<h1><span>Larnow harbour</span> Bridge closes for repairs</h1>", "Larnow harbour - Bridge closes for repairs - Herald", "Bridge closes for repairs")]
    [InlineData("<h1><span>Larnow harbour</span> bridge closes for repairs</h1>", "Larnow harbour bridge closes for repairs - Herald", "Larnow harbour bridge closes for repairs")]
    public void A_label_that_the_title_sets_apart_is_a_kicker(string heading, string title, string expected) =>
        Assert.Equal(expected, Read.Html($"<html><head><title>{title}</title></head><body>{heading}<div>{Sample.Body}</div></body></html>").Title);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
