using System.Text;
using NewsBot.Sandbox;

namespace NewsBot.Tests.Security;

/// <summary>Good texts of our own: the sample news and a few of each other kind.</summary>
internal static class FuzzSeeds
{
    public static IReadOnlyList<byte[]> Feeds { get; } = Bytes(
        """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Tribune</title><link>https://news.example/</link><ttl>60</ttl><skipHours><hour>3</hour></skipHours><item><guid isPermaLink="false">1</guid><title>Bridge &amp; roof</title><link>/a?utm_source=x</link><pubDate>Tue, 03 Nov 2026 22:15:00 GMT</pubDate><dc:creator>By Ada Moss, in Lisbon</dc:creator><description>&lt;p&gt;Forty students&lt;/p&gt;</description><content:encoded><![CDATA[<p>Forty students will learn.</p>]]></content:encoded><category>Schools</category></item></channel></rss>""",
        """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/"><title type="html">A &lt;b&gt;feed&lt;/b&gt;</title><id>urn:1</id><updated>2026-11-03T22:15:00Z</updated><entry><id>urn:2</id><title>القاهرة ـ رويترز</title><link rel="alternate" href="b"/><published>2026-11-03T21:00:00+02:00</published><author><name>Ada</name></author><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Text</p></div></summary></entry></feed>""",
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>RDF</title></channel><item rdf:about="y"><title>One</title><link>https://news.example/one</link></item></rdf:RDF>""",
        """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/s</loc><news:news><news:publication><news:name>N</news:name><news:language>de</news:language></news:publication><news:publication_date>2026-11-03</news:publication_date><news:title>Stadt</news:title></news:news></url></urlset>""");

    public static IReadOnlyList<byte[]> JsonFeeds { get; } = Bytes(
        """{"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://news.example/","items":[{"id":"1","url":"https://news.example/1","title":"One \ud83d\ude00","content_html":"<p>Text</p>","date_published":"2026-11-03T22:15:00Z","authors":[{"name":"Ada"}],"tags":["a"]},{"id":2,"content_text":"Two"}]}""");

    public static IReadOnlyList<byte[]> Pages { get; } = [.. SampleNews("html").Take(20), .. Bytes(
        """<html lang="de"><head><meta charset="windows-1252"><title>Die Stadt | Kurier</title><meta property="article:published_time" content="3. November 2026, 22.15 Uhr"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Die Stadt","author":[{"name":"Ada"}],"datePublished":"2026-11-03","articleBody":"Text \ud800"}</script></head><body><article><h1>Die Stadt</h1><p class="byline">Von Ada Moos, ada@news.example</p><p>Vierzig Schüler lernen hier. Sie bauen Brücken.</p></article><aside><h3>Weitere</h3><ul><li><a href="/x">Das Dach</a> vor 2 Stunden</li></ul></aside></body></html>""")];

    public static IReadOnlyList<byte[]> Articles { get; } = Bytes(
        "NATO opens a school of bridge building\nBy Ada Moss\n\nLISBON, Nov. 3 (Wire) — NATO opened a school on Monday where 40 students will learn. “We waited nine years,” said Dr. Moss of the U.S. A second class begins in 2027.\n\nRelated\nThe roof\n2 hours ago",
        "القاهرة ـ رويترز\n\nقال مسؤول إن ١٢ شخصا وصلوا يوم الاثنين.",
        "北朝鮮がミサイルを発射\n\n韓国軍は3日、北朝鮮が発射したと発表した。",
        "Київ\n\nУ понеділок, 3 листопада, відкрили школу. Її збудували за 9 років.");

    public static IReadOnlyList<byte[]> Dates { get; } = Bytes(
        "Tue, 03 Nov 2026 22:15:00 GMT", "2026-11-03T22:15:00.123+02:00", "3. November 2026, 22.15 Uhr", "2026年11月3日", "١٢ نوفمبر ٢٠٢٦", "3 de noviembre de 2026", "1793744100", "yesterday", "11/03/26 10:15 pm", "20261103T221500Z");

    public static IReadOnlyList<byte[]> Queries { get; } = Bytes(
        "nato AND (korea OR dprk) -sport", "\"north korea\" OR title:kim*", "=US, source:news.example, lang:de", "НАТО або ОТАН", "(a OR b) AND NOT (c OR \"d e\")", "climat*", "#12", "北朝鮮");

    public static IReadOnlyList<byte[]> OpmlFiles { get; } = Bytes(
        """<?xml version="1.0"?><opml version="2.0"><head><title>L</title></head><body><outline text="G"><outline type="rss" text="A" xmlUrl="https://news.example/feed" htmlUrl="https://news.example/"/></outline><outline text="B &amp; C" xmlUrl="feed://b.example"/></body></opml>""");

    public static IReadOnlyList<byte[]> Updates { get; } = Bytes(
        """{"update_id":7,"message":{"message_id":1,"date":1700000000,"chat":{"id":-100123,"type":"supergroup","title":"N","is_forum":true},"message_thread_id":5,"is_topic_message":true,"from":{"id":5,"is_bot":false,"first_name":"B \ud83d\ude00","language_code":"de"},"text":"/subscribe@Bot NATO","entities":[{"type":"bot_command","offset":0,"length":14}]}}""",
        """{"update_id":8,"callback_query":{"id":"1","from":{"id":5,"is_bot":false,"first_name":"B"},"message":{"message_id":2,"date":0,"chat":{"id":5,"type":"private"}},"chat_instance":"2","data":"why:12"}}""",
        """{"update_id":9,"my_chat_member":{"chat":{"id":5,"type":"private","first_name":"B"},"from":{"id":5,"is_bot":false,"first_name":"B"},"date":1700000000,"old_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"N"},"status":"member"},"new_chat_member":{"user":{"id":1,"is_bot":true,"first_name":"N"},"status":"kicked","until_date":0}}}""");

    /// <summary>The sample news of the trial mode, which the Sandbox carries.</summary>
    private static IEnumerable<byte[]> SampleNews(string extension)
    {
        var assembly = typeof(SandboxServer).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith($".{extension}", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            resource.CopyTo(content);
            yield return content.ToArray();
        }
    }

    private static byte[][] Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
