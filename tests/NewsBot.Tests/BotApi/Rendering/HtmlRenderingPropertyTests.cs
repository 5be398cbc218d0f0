using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsBot.BotApi.Rendering;
using NewsBot.Messages;

namespace NewsBot.Tests.BotApi.Rendering;

/// <summary>Random messages made of what has broken renderings before; an HTML parser that is not ours tells what a reader would see.</summary>
public sealed class HtmlRenderingPropertyTests
{
    private static readonly string[] Fragments =
    [
        "</b><a href=\"tg://user?id=1\">", "AT&T <3", "&amp;", "&#8238;", "<br/>", "\"'", "😀", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "e\u0301", "שלום", "\u202Eevil\u202C", "\u200B", "\uFEFF",
        "\ud83d", "\ude00", "\0", "\u001b[31m", "\r\n", "\n", "\t", "\u2028", "NATO", "Північна Корея", "می‌خواهم", "한국", " ", "\u00ad", "<pre><code>", "-->", "]]>", "`*_",
    ];

    private static readonly string?[] Addresses =
        [null, null, "https://news.example/a?b=1&c=\"<>\"", "http://e.example/ü/😀", "tg://resolve?domain=x", "javascript:alert(1)", "https://e.example/" + new string('x', 1900)];

    [Theory]
    [InlineData(1, 1, 10)]
    [InlineData(2, 20, 10)]
    [InlineData(3, 150, 3)]
    [InlineData(4, 40, 300)]
    [InlineData(5, 3, 10_000)]
    public void Whatever_it_holds_a_message_is_shown_as_meant_within_the_limits(int seed, int spans, int fragments)
    {
        var random = new Random(seed);
        for (var round = 0; round < (fragments > 100 ? 10 : 200); round++)
        {
            Holds(Some(random, spans, fragments));
        }
    }

    private static void Holds(Message message)
    {
        var html = HtmlRenderer.Html(message);
        Assert.True(Encoding.UTF8.GetByteCount(html) <= 32_768);

        // A browser leaves out a line break that begins a <pre>; Telegram does not. Doubled, both show it.
        var body = new HtmlParser().ParseDocument($"<div>{html.Replace("<pre>", "<pre>\n", StringComparison.Ordinal)}</div>").Body!.FirstElementChild!;
        Assert.Null(body.NextSibling);
        Assert.All(body.Descendants<IElement>(), element => Assert.Contains(element.LocalName, new[] { "b", "i", "u", "s", "tg-spoiler", "blockquote", "code", "pre", "a" }));
        Assert.All(body.QuerySelectorAll("a"), link => Assert.StartsWith("http", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.True(body.Descendants<IElement>().Count() <= 100);
        Assert.InRange(body.TextContent.EnumerateRunes().Count(), 1, 4096);

        var meant = string.Concat(message.Spans.Select(span => TextSanitizer.Clean(span.Text)));
        var whole = TextSanitizer.IsBlank(meant) ? "…" : meant;
        var seen = body.TextContent;
        Assert.True(seen == whole || (seen.EndsWith('…') && whole.StartsWith(seen[..^1], StringComparison.Ordinal)), $"Seen: {seen}");
        Assert.DoesNotContain(seen, character => character is '\u202E' or '\u200B' or '\uFEFF' or '\0' or '\u001b' || char.IsControl(character) && character != '\n');
        Assert.True(HtmlRenderer.PlainText(message).EnumerateRunes().Count() <= 4096);
    }

    private static Message Some(Random random, int spans, int fragments) => new(
        [.. Enumerable.Range(0, random.Next(spans + 1)).Select(_ => new Span(
            string.Concat(Enumerable.Range(0, random.Next(fragments + 1)).Select(_ => Fragments[random.Next(Fragments.Length)])),
            (SpanStyle)random.Next(256),
            Addresses[random.Next(Addresses.Length)]))],
        []);
}
