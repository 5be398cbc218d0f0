using System.IO.Compression;
using System.Text;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>A document that is made to take long or much: for each way in which work can grow faster than a document does.</summary>
/// <param name="Name">What it has much of.</param>
/// <param name="Body">Makes it, because all together need much memory.</param>
internal sealed record HostileDocument(string Name, Func<byte[]> Body)
{
    private const int Megabyte = 1_000_000;

    public static IEnumerable<HostileDocument> Pages() =>
    [
        .. Repeated("<div>", "<b><i>", "<table><tr><td>", "<ul><li>", "<svg><g>", "<p>", "<script>", "<!--", "<!---->", "a<!---->", "\"'<<>&", "<p>a. “b (c. ", "\0", "&amp;"),
        Page("attributes of one element", () => $"<p {Numbered(400_000, i => $"a{i}")}>x</p>"),
        Page("line breaks", () => Times("x<br>", 90_000)),
        Page("paragraphs deep down", () => Times("<div>", 480) + Times($"<p>{Times("a b c. ", 10)}</p>", 60_000)),
        Page("asides in asides", () => Times("<aside>", 480) + Times("<p>a b c d e f g h i j k l m n o p q r s t u v w x y z. a b c d e f g.</p>", 60_000)),
        Page("headings in headings", () => Times("<h1><span class=date>", 240) + Times("a b ", Megabyte)),
        Page("dates in dates", () => "<h1>Head</h1>" + Times("<span class=date>", 400) + Times("a b ", Megabyte)),
        Page("points in points", () => "<h1>Head</h1>" + Times("<li class=date>", 400) + Times("<a href=x>y</a>", 90_000)),
        Page("a class of megabytes", () => $"<div class=\"{Times("date ", Megabyte / 2)}\"><h1>Head</h1>{Times("<time class=author>x</time>", 2_000)}"),
        Page("heads of lists", () => Times("<p>Related</p>", 90_000) + "<a href=x>A headline of another post</a>"),
        Page("heads of lists with links", () => Times("<div><p>Related</p><a href=x>A headline of another post</a></div>", 30_000)),
        Page("teasers", () => Times("<div><h3><a href=x>A headline of another post</a></h3>x</div>", 25_000)),
        Page("pleas", () => Times($"<p>{Times("sign up, delivered: ", 20)}</p>", 12_000)),
        Page("spaces in linked data", () => $"<script type=application/ld+json>{{\"@type\":{Times(" ", 4 * Megabyte)}</script>"),
        Page("authors in broken data", () => $"<script type=application/ld+json>{{\"@type\":\"Article\",{Times("\"author\":{", 400_000)}</script>"),
        Page("nodes of linked data", () => $"<script type=application/ld+json>[{Times("{\"@type\":\"WebPage\"},", 200_000)}1]</script>"),
        Page("a stated body of tags", () => $"<script type=application/ld+json>{{\"@type\":\"Article\",\"articleBody\":\"{Times("<", 4 * Megabyte)}\"}}</script>"),
        Page("a stated body that the page lacks", () => $"<script type=application/ld+json>{{\"@type\":\"Article\",\"articleBody\":\"{Times("abcdefghi ", 250_000)}\"}}</script>{Times("<p>abcdefghijklmnopqrstuvwx", 90_000)}"),
        .. Lines("a", "a b. ", "Sign up for our newsletter ", "1 of 2 ", "by By Von ", "12.12.2020 ", "a-", "Related\n\n", "Recent posts\n\nx\n\n", "4 hours ago\n\n", "\n", " \n", "Is a-"),
    ];

    public static IEnumerable<HostileDocument> Feeds() =>
    [
        Feed("depth", () => $"<rss><channel><item>{Times("<b>", 200_000)}"),
        Feed("depth of XHTML", () => $"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'>{Times("<div>", 200_000)}"),
        Feed("depth of escaped markup", () => $"<rss><channel><item><description>{Times("&lt;div&gt;", 200_000)}</description></item></channel></rss>"),
        Feed("a title of megabytes", () => $"<rss><channel><item><title>{Times("x", 4 * Megabyte)}</title></item></channel></rss>"),
        Feed("a title of spaces", () => $"<rss><channel><item><title>{Times(" \n", 2 * Megabyte)}</title></item></channel></rss>"),
        Feed("paragraphs cut short", () => $"<rss><channel><item><description>{Times("&lt;p ", 800_000)}</description></item></channel></rss>"),
        Feed("items", () => $"<rss><channel>{Times("<item/>", 600_000)}</channel></rss>"),
        Feed("fields of an item", () => $"<rss><channel><item>{Times("<a/>", 1_000_000)}</item></channel></rss>"),
        Feed("fields of a feed", () => $"<rss><channel>{Times("<a/>", 1_000_000)}</channel></rss>"),
        Feed("one attribute again and again", () => $"<rss {Times("a:b='c' ", 500_000)}/>"),
        Feed("attributes", () => $"<rss {Numbered(350_000, i => $"a{i}=''")}/>"),
        Feed("prefixes", () => $"<rss>{Numbered(300_000, i => $"<p{i}:a/>")}</rss>"),
        Feed("NULs", () => Times("\0", 4 * Megabyte)),
        Feed("comments without end", () => "<" + Times("!--", Megabyte)),
        Feed("sections without end", () => "<rss>" + Times("<![CDATA[", 400_000)),
        Feed("ampersands", () => "<rss><channel><item><title>" + Times("&", 4 * Megabyte)),
        Feed("a date of megabytes", () => $"<rss><channel><item><pubDate>{Times("1 ", 2 * Megabyte)}</pubDate></item></channel></rss>"),
        Feed("dates that are none", () => $"<rss><channel>{Numbered(5_000, i => $"<item><pubDate>{i} so</pubDate><dc:date>{i} no</dc:date></item>")}</channel></rss>"),
        Feed("depth of JSON", () => "{\"items\":" + Times("[", 200_000)),
        Feed("items of JSON", () => "{\"items\":[" + Times("{\"id\":1},", 400_000)),
        Feed("members of JSON", () => "{" + Numbered(300_000, i => $"\"{i}\":1,")),
        Feed("laughter", () => $"<!DOCTYPE rss [<!ENTITY a \"ha\">{Numbered(30, i => $"<!ENTITY a{i} \"{Times($"&a{i - 1};", 10)}\">")}]><rss><channel><title>&a29;</title></channel></rss>"),
        new("a packed file of 500 MB", () => Packed(500)),
    ];

    private static IEnumerable<HostileDocument> Repeated(params string[] pieces) =>
        pieces.Select(piece => Page(piece, () => Times(piece, 4 * Megabyte / piece.Length)));

    /// <summary>A long line, or many lines, wherever a page can hold text.</summary>
    private static IEnumerable<HostileDocument> Lines(params string[] pieces) => pieces.SelectMany(piece =>
    {
        string Line() => Times(piece, 4 * Megabyte / piece.Length);
        return (HostileDocument[])
        [
            new($"text of {piece.Trim()}", () => Encoding.UTF8.GetBytes(Line())),
            Page($"paragraph of {piece.Trim()}", () => $"<h1>Head</h1><p>{Line()}</p>"),
            Page($"class of {piece.Trim()}", () => $"<h1>Head</h1><p class=\"{Line()}\">x</p>"),
            Page($"statements of {piece.Trim()}", () => $"<meta name=author content=\"{Line()}\"><meta name=date content=\"{Line()}\"><time itemprop=datePublished datetime=\"{Line()}\"></time><title>{Line()}</title><h1>{Line()}</h1>"),
        ];
    });

    private static HostileDocument Page(string name, Func<string> body) => new(name, () => Encoding.UTF8.GetBytes($"<!doctype html><html><body>{body()}"));

    private static HostileDocument Feed(string name, Func<string> xml) => new(name, () => Encoding.UTF8.GetBytes(xml()));

    private static string Times(string piece, int times) => new StringBuilder().Insert(0, piece, times).ToString();

    private static string Numbered(int count, Func<int, string> piece) => string.Join(' ', Enumerable.Range(0, count).Select(piece));

    private static byte[] Packed(int megabytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            var zeros = new byte[Megabyte];
            for (var written = 0; written < megabytes; written++)
            {
                zip.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
