namespace NewsBot.Tests.Oracles;

/// <summary>Random HTML as Telegram knows it: mostly right, with every mistake that a writer of markup makes.</summary>
internal sealed class HtmlSamples(Random random)
{
    private static readonly string[] Tags =
    [
        "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "span", "tg-spoiler", "tg-emoji", "tg-time",
    ];

    private static readonly string[] WrongTags = ["p", "br", "br/", "b/", "div", "", "B", "Strong", "aa", "tg-", "é", "!--", "a\0"];

    private static readonly string[] Names =
        ["href", "class", "emoji-id", "unix", "format", "expandable", "HREF", "hre", "", "é", "data-x", "href\0"];

    private static readonly string[] Values =
    [
        "https://Example.com/Ä b?x=1&amp;y=<2>#z", "example.com", "EXAMPLE.com:0080", "http://u:p@e.example:99999/", "tg://user?id=42", "TG:user/?a=1&amp;id=7#x", "tg://resolve?domain=x",
        "tg:Resolve", "ton://transfer/x", "tonsite://a.b", "javascript:alert(1)", "ftp://a.b", "http://localhost", "http://[::1]:8080/x y ", "http://[::1", "not a url", "http://a.b%2", "http://a.b%2f/",
        "mailto:a@b.cd", "//a.b/c", "http://пример.рф", "http://a_b.c!d/\n", "http://.", "http://a:b@", "?a.b", "tg://user?id=0", "tg://user?id=99999999999999",
        "language-c", "language-", "Language-c", "language-&lt;é&#x1F600;", "tg-spoiler", "tg-", "tg-spoiler x", "5368324170671202286", "0", "-5", "007", "soon",
        "1700000000", "4294967297", "-1", "12x", "r", "R", "wDT", "td", "Tt", "q", "", "&quot;", "&#39;", "&#xD83D;", "1", "a\0b",
    ];

    private static readonly string[] Texts =
    [
        "x", "Northern news ", "é", "😀", "👨‍👩‍👧", "שלום", "한국", "\n", " ", "\t", "\r", "\u000B", "\u00A0", "\0", "example.com", "tg://user?id=5",
        "&lt;", "&gt;", "&amp;", "&quot;", "&nbsp;", "&apos;", "&lt", "&", "&&", "&#", "&#;", "&#x;", "&#65", "&#65;", "&#x41;", "&#X41;", "&#0;", "&#xD800;", "&#xFFFF;", "&#1114111;", "&#1114110;",
        "&#x10FFFE;", "&#00000065;", "&#000065;", "&#99999999999;", "&ltx", "&é;", "\"", "'", "=", "/", ">", "<", "</", "<>", "</>", "< b>", "\ud83d", "\ufffe",
    ];

    public string Next()
    {
        var parts = new List<string>();
        Content(parts, random.Next(1, 6));
        return string.Concat(parts);
    }

    private void Content(List<string> parts, int depth)
    {
        for (var left = random.Next(4); left >= 0; left--)
        {
            if (depth > 0 && random.Next(3) > 0)
            {
                Element(parts, depth - 1);
            }
            else
            {
                parts.Add(Rarely(20) ? One(Texts) : One(Texts.AsSpan(0, 16).ToArray()));
                parts.Add(Rarely(3) ? One(Texts.AsSpan(16, 20).ToArray()) : "");
            }
        }
    }

    private void Element(List<string> parts, int depth)
    {
        var tag = Rarely(60) ? One(WrongTags) : One(Tags);
        parts.Add($"<{Cased(tag)}");
        for (var left = random.Next(3) + (tag is "a" or "span" or "tg-emoji" or "tg-time" ? 1 : 0); left > 0; left--)
        {
            parts.Add(Attribute(tag));
        }

        parts.Add(Rarely(60) ? "" : Rarely(20) ? " >" : ">");
        Content(parts, depth);
        parts.Add(Rarely(60) ? "" : $"</{(Rarely(60) ? One(Tags) : Rarely(20) ? "" : Cased(tag))}{(Rarely(20) ? " " : "")}{(Rarely(60) ? "" : ">")}");
    }

    private string Attribute(string tag)
    {
        var space = Rarely(40) ? One(["", "\n", "  ", "\t", "/", "\0"]) : " ";
        var name = Rarely(5) ? One(Names) : tag switch
        {
            "a" => "href",
            "tg-emoji" => "emoji-id",
            "tg-time" => random.Next(2) == 0 ? "unix" : "format",
            "blockquote" => "expandable",
            _ => "class",
        };
        if (Rarely(8) || (tag == "blockquote" && random.Next(2) == 0))
        {
            return space + name;
        }

        var value = Rarely(6) ? One(Values) : tag switch
        {
            "a" => One(Values.AsSpan(0, 27).ToArray()),
            "span" => "tg-spoiler",
            "code" => "language-c",
            "tg-emoji" => "5368324170671202286",
            "tg-time" => name == "unix" ? "1700000000" : One(["r", "wDT", "dt"]),
            _ => One(Values),
        };
        var quote = Rarely(25) ? "" : One(["\"", "'"]);
        return $"{space}{name}{(Rarely(25) ? " " : "")}={(Rarely(25) ? " " : "")}{quote}{value}{(Rarely(60) ? "" : quote)}";
    }

    private string Cased(string tag) => Rarely(10) ? tag.ToUpperInvariant() : tag;

    private bool Rarely(int outOf) => random.Next(outOf) == 0;

    private string One(string[] choices) => choices[random.Next(choices.Length)];
}
