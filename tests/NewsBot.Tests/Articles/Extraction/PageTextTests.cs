namespace NewsBot.Tests.Articles.Extraction;

/// <summary>What on a page is text of its article and what is not.</summary>
public sealed class PageTextTests
{
    private static readonly string Expected = string.Join("\n\n", Sample.Paragraphs);

    [Theory]
    [InlineData("<p style=\"visibility: hidden\">Nobody is meant to see this line of the template, long as it is.</p>")]
    [InlineData("<p><span style=\"display:none\">This part waits to be shown by a script of the page.</span></p>")]
    [InlineData("<p hidden>This part waits to be shown by a script of the page.</p>")]
    [InlineData("<div><img src=x><p>The harbour bridge in winter</p></div>")]
    [InlineData("<p>The bridge as seen from the north bank after the closure. (credit: Larnow Works)</p>")]
    [InlineData("<p>Jo Tan for the Herald, photo © Larnow Works</p>")]
    [InlineData("<p>Reporting by Jo Tan in Larnow and Ana Ruiz in Oster; additional reporting by the Oster office and by our correspondents; editing by Mia Dahl and Jon Berg</p>")]
    [InlineData("<p>You have been successfully subscribed!</p>")]
    [InlineData("<p>Story continues below gallery</p>")]
    [InlineData("<p>This article is subject to copyright. No part may be reproduced.</p>")]
    [InlineData("<p>Jetzt spenden und helfen.</p>")]
    [InlineData("<p>Читайте також: У Ларнові подорожчав пором</p>")]
    public void Hidden_parts_captions_credits_and_pleas_are_no_text(string markup)
    {
        var (above, below) = (string.Concat(Sample.Paragraphs.Take(3).Select(Paragraph)), string.Concat(Sample.Paragraphs.Skip(3).Select(Paragraph)));

        Assert.Equal(Expected, Read.Html(Sample.Page(body: above + markup + below)).Text);
    }

    [Fact]
    public void Prose_that_is_hidden_from_software_that_reads_aloud_is_text() =>
        Assert.Equal(Expected, Read.Html(Sample.Page(body: $"<div aria-hidden=true>{Sample.Body}</div>")).Text);

    [Fact]
    public void What_is_only_for_software_that_reads_aloud_is_no_text() =>
        Assert.Equal(Expected, Read.Html(Sample.Page(body: Sample.Body.Replace("<p>Some", "<p><span class=\"sr-only\">Paragraph two </span>Some", StringComparison.Ordinal))).Text);

    [Fact]
    public void A_standfirst_belongs_to_the_headline() =>
        Assert.Equal(Expected, Read.Html(Sample.Page(body: $"<p class=\"article-dek\">Ferries will sail every ten minutes, and the repairs may take until the summer.</p>{Sample.Body}")).Text);

    [Fact]
    public void A_lead_belongs_to_the_text() =>
        Assert.StartsWith("Ferries will sail", Read.Html(Sample.Page(body: $"<p class=\"lead\">Ferries will sail every ten minutes, and the repairs may take until the summer.</p>{Sample.Body}")).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("橋が閉鎖された", "港の橋は月曜日に閉鎖された。二本の橋脚にひびが見つかったためだと市が発表した。", "修理には千二百万クローネかかる見通しで、市議会が次の会合で決める。渡し船は十分おきに出る。")]
    [InlineData("다리가 폐쇄됐다", "항구 다리가 월요일에 폐쇄됐다고 시가 밝혔다. 두 교각에서 균열이 발견됐기 때문이다.", "수리에는 천이백만 크로네가 들 것으로 보이며 의회가 다음 회의에서 결정한다고 한다.")]
    [InlineData("สะพานท่าเรือปิด", "สะพานท่าเรือปิดเมื่อวันจันทร์หลังจากพบรอยร้าวในเสาสองต้น ทางการเมืองกล่าว", "การซ่อมแซมจะใช้เงินสิบสองล้านโครน และสภาเมืองจะลงมติในการประชุมครั้งต่อไป")]
    public void A_short_article_in_a_dense_script_goes_before_a_long_licence_in_another(string title, string first, string second)
    {
        const string licence = "The Larnow edition of the Herald is published under licence from Herald Media of Oster. Items that first appeared in the international edition are the property of Herald Media or of its suppliers, and the names of its papers are trademarks of Herald Media, which reserves all of its rights in them in every country of the world.";

        var page = Read.Html($"<html><head><title>{title} - Herald</title></head><body><div><h1>{title}</h1><div class=content><p>{first}</p><p>{second}</p></div></div><div id=foot><p>{licence}</p></div></body></html>");

        Assert.Equal($"{first}\n\n{second}", page.Text);
    }

    [Fact]
    public void Half_a_surrogate_pair_in_linked_data_is_no_reason_to_fail()
    {
        const string head = """<script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour bridge closes for repairs","author":{"name":"Jon Berg"},"description":"\ud83d","\udc00":"x"}</script>""";

        Assert.Equal(["Jon Berg"], Read.Html(Sample.Page(head: head)).Authors);
    }

    private static string Paragraph(string text) => $"<p>{text}</p>";
}
