namespace NewsBot.Tests.Oracles;

/// <summary>Random plain texts of the pieces in which Telegram finds addresses, mentions, tags and commands, and of what may stand around them.</summary>
internal sealed class TextSamples(Random random)
{
    // Top-level domains are those that both know and some that nobody does: the Sandbox's list is a short one.
    private static readonly string[] Pieces =
    [
        "example.com", "EXAMPLE.COM", "news.example.org", "a.b.ua", "sub-domain.example.net", "under_score.de", "x.under_score.com", "a-.com", "пример.com", "mañana.es", "e.zzz", "e.c", "xn--e1afmkfd.xn--p1ai", "1.2.3.4", "256.1.1.1", "1.2.3", "10.5",
        "http://", "https://", "HTTPS://", "ftp://", "sftp://", "shttp://", "x://", "tg://", "ton://", "tonsite://", "mailto:", "://", "user@", "user:pass@", "me.too+x@", "@", "@name", "@gif", "@abc", "@under_score1", "@1name", "@",
        "#tag", "#NATO", "#123", "#1a", "#тег", "#한국", "#a_b", "#tag@name", "#", "##", "$USD", "$TOOLONGNAME", "$1INCH", "$usd", "$USD@name", "$", "$$", "/start", "/cmd@NewsBot", "/cmd@ab", "/a/b", "/", "//", "/команда",
        "/path", "/p?q=1&r=(a)", "?q=1", "#frag", "/(x)", "/x)", "/[x", "/x!", "/«x»", "/é😀", "/x...", ":80", ":080", ":0", ":99999", ":x", ":",
        " ", " ", " ", " ", "\n", ".", "..", ",", "!", "?", "(", ")", "[", "]", "{", "}", "\"", "'", "`", "<", ">", "«", "»", "-", "_", "~", "+", "&", "=", "…", "–", "\u00A0", "\u2003", "\u200B", "\u200C", "\u200D", "·", "a", "Z", "é", "я", "1", "²", "½", "٣", "中", "😀", "𝔘", "\u0301", "\ud83d",
    ];

    public string Next() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
