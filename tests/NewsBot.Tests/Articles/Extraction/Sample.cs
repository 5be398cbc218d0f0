namespace NewsBot.Tests.Articles.Extraction;

/// <summary>A news page of our own writing, with slots for what a test is about.</summary>
internal static class Sample
{
    public const string Lede = "Engineers closed the harbour bridge in Larnow on Monday after they found cracks in two of its pillars, the city said.";

    public static readonly string[] Paragraphs =
    [
        Lede,
        "Some 40,000 people cross the bridge on a working day, and the city has asked the ferry company to sail every ten minutes until the summer.",
        "“We found the cracks early. Nobody was in danger at any moment,” said Ida Holm, who heads the department of works, at a news conference.",
        "The repairs will cost about 12 million crowns, according to a first estimate, and the council is to vote on the sum in its next session.",
        "Shops on the north bank fear for their trade, and their association has asked the city to waive fees for market stalls until the bridge opens.",
    ];

    public static readonly string Body = string.Concat(Paragraphs.Select(paragraph => $"<p>{paragraph}</p>\n"));

    public static string Page(string head = "", string before = "", string after = "", string? body = null) =>
        $"""
        <!doctype html><html lang="en-GB"><head><title>Harbour bridge closes for repairs | Larnow Herald</title>{head}</head>
        <body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
        <main><article><header>{before}<h1>Harbour bridge closes for repairs</h1></header><div class="story">{body ?? Body}</div></article>{after}</main>
        <footer>© Larnow Herald</footer></body></html>
        """;
}
