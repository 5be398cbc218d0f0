using NewsBot.Content.Html;

namespace NewsBot.Articles.Walls;

/// <summary>Recognises pages that stand in for an article, by what such pages are: short, titled as what they ask for, and speaking to the reader.</summary>
internal static class WallDetector
{
    /// <summary>The longest consent pages; in reading length, as are the others.</summary>
    private const int LongestWall = 4_000;

    /// <summary>Longer texts need a title that says it.</summary>
    private const int LongestUntitled = 1_200;

    /// <summary>Of shorter texts below such a title one sentence must say it again.</summary>
    private const int SureLength = 300;

    /// <summary>Shorter texts need not.</summary>
    private const int EmptyLength = 100;

    /// <summary>A title may go on after the phrase, with the site's name.</summary>
    private const int LongestRest = 40;

    private const double MostSentences = 0.5;
    private const double SomeSentences = 0.25;

    /// <summary>The kind of wall, or null for an article.</summary>
    /// <param name="titles">The headline and the document's title.</param>
    /// <param name="text">The body.</param>
    /// <param name="hasPasswordField">Whether the page asks for a password.</param>
    /// <param name="isStatedArticle">Whether its metadata for machines speaks of an article.</param>
    public static PageWall? Detect(IEnumerable<string> titles, string text, bool hasPasswordField, bool isStatedArticle)
    {
        var length = DisplayText.ReadingLength(text);
        if (length > LongestWall)
        {
            return null;
        }

        var sentences = text.ToLowerInvariant().Split(['.', '!', '?', '。', '\n', '…'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var parts = titles.SelectMany(title => title.ToLowerInvariant().Split(['|', '·', '»', '–', '—', ':'], StringSplitOptions.RemoveEmptyEntries)).Select(part => part.Trim(' ', '-', '!', '¡', '¿', '.')).ToList();
        foreach (var wall in WallPhrases.All)
        {
            var told = sentences.Count(sentence => wall.Phrases.Any(phrase => sentence.Contains(phrase, StringComparison.Ordinal)));
            var share = (double)told / Math.Max(1, sentences.Length);
            var isTitled = parts.Exists(part => wall.Titles.Any(title => Begins(part, title)));
            if ((isTitled && !isStatedArticle && (length < EmptyLength || (told > 0 && length < SureLength) || share >= SomeSentences))
                || (told > 0 && share >= MostSentences && length <= LongestUntitled && (isTitled || !isStatedArticle)))
            {
                return wall.Wall;
            }
        }

        return hasPasswordField && length < SureLength && !isStatedArticle ? PageWall.Login : null;
    }

    /// <summary>Single words and numbers begin the titles of articles too: they must be all of it.</summary>
    private static bool Begins(string part, string title) =>
        part.Length == title.Length
            ? part == title
            : title.Contains(' ', StringComparison.Ordinal) && part.Length <= title.Length + LongestRest && part.StartsWith(title, StringComparison.Ordinal) && !char.IsLetterOrDigit(part[title.Length]);
}
