using NewsBot.Messages;
using NewsBot.Outbox.Pushes;

namespace NewsBot.Tests.Oracles;

/// <summary>Random messages: pushes as they are worded, and loose spans, of text that has broken renderings before.</summary>
internal sealed class MessageSamples(Random random)
{
    private static readonly string[] Fragments =
    [
        "NATO", "Північна Корея", "می‌خواهم", "한국", "क्षि", "שלום", "مرحبا", "e\u0301", "å", "a\u030A", "\u030A", "Ångström", "U", "Z\u0333\u033F", "ﬁ", "\u1112\u1161\u11AB", "1 < 2 > 0", "AT&T <3", "\"quoted\"", "it's", "“so”",
        "</b><a href=\"tg://user?id=1\">", "<br/>", "<pre><code>", "</code>", "-->", "]]>", "&amp;", "&lt;b&gt;", "&nbsp;", "&#x;", "&#8238;", "&#65", "&", "[a](http://e.example)", "<b", "<a href='",
        "😀", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍🏽", "🇺🇦", "\u202Eevil\u202C", "\u2066x\u2069", "\u200B", "\u200E\u200F\u200E", "\uFEFF", "\u00AD", "\u061C", "\u034F", "\u2028", "\u2029", "\u0085", "\u3164", "\u2800",
        "\ud83d", "\ude00", "\0", "\u001b[31m", "\u0008", "\r\n", "\n", "\n\n", "\t", " ", "  ", "\u00A0", "\uFFFE", "\uFFFD", "\U0010FFFF", "\uE000", "https://e.example/a?b=1&c=2", "example.com", "@name", "#tag", "/cmd",
    ];

    private static readonly string?[] Addresses =
    [
        null, null, null, "https://news.example/a?b=1&c=\"<>\"#x", "http://e.example/ü/😀 y", "HTTPS://News.Example:8443/", "https://пример.example/новини", "https://e.example/%zz%2F'", "http://127.0.0.1:8080/a",
        "http://[::1]/x", "http://localhost/x", "http://user:secret@e.example/", "tg://resolve?domain=x", "javascript:alert(1)", "ftp://e.example/", "mailto:a@e.example", "/relative", "", "not an address", "https://", "https://e.example/{a}|b\\c^`",
        "https://e_e.example/", "https://e.example./", "https://e.example/" + new string('x', 1900), "https://e.example/" + new string('y', 2100), "https://e.example/\u202Egnp", "https://e.example/\ud83d",
    ];

    public Message Next() => random.Next(4) switch
    {
        0 => PushOfText(),
        1 => Spans(random.Next(150), 3),
        2 => Spans(random.Next(4), random.Next(50) == 0 ? 5000 : 10),
        _ => Spans(random.Next(8), 6),
    };

    private Message PushOfText() => Push.ToMessage(
        new PushContent
        {
            Title = Text(6),
            Summary = Text(30),
            Publisher = Text(3),
            Authors = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(3))],
            Published = random.Next(2) == 0 ? null : DateTimeOffset.UnixEpoch.AddSeconds(random.Next()),
            Address = Addresses[random.Next(Addresses.Length)] ?? "https://news.example/",
        },
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => Text(3))],
        [.. Enumerable.Range(0, random.Next(5)).Select(_ => Text(3))],
        Texts.For("en"));

    private Message Spans(int spans, int fragments) => new(
        [.. Enumerable.Range(0, spans).Select(_ => new Span(Text(fragments), Style(), Addresses[random.Next(Addresses.Length)]))],
        []);

    // Any sum of the styles that add up, or code, or nothing.
    private SpanStyle Style() => random.Next(4) switch
    {
        0 => (SpanStyle)random.Next((int)SpanStyle.Code),
        1 => SpanStyle.Code | (SpanStyle)(random.Next(2) * (int)SpanStyle.Quote),
        2 => random.Next(3) == 0 ? SpanStyle.CodeBlock : SpanStyle.Bold,
        _ => SpanStyle.Plain,
    };

    private string Text(int most) => string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => Fragments[random.Next(Fragments.Length)]));
}
