using System.Collections.Frozen;

namespace NewsBot.Articles.Metadata;

/// <summary>The language of a page: what it declares, else what its most frequent small words say.</summary>
internal static class PageLanguage
{
    private const int WordsToLookAt = 400;

    private static readonly Dictionary<string, FrozenSet<string>> SmallWords = new()
    {
        ["en"] = Words("the of and to in a is that for it was on with as by at from his are this be has have not but said"),
        ["de"] = Words("der die und das in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an nach wird bei"),
        ["es"] = Words("de la que el en y los se del las un por con no una su para es al lo como más o pero sus ha"),
        ["fr"] = Words("de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec à"),
        ["uk"] = Words("і в на що та з у не до за про це є як від із його також року але для або вони був буде який"),
        ["ru"] = Words("и в не на что с по это как из у за от о для его также года но к или они был будет который со"),
    };

    /// <summary>Two letters of a declared tag such as "en-GB" or "de_AT", or null.</summary>
    public static string? Declared(string? tag) =>
        tag?.Trim() is { Length: >= 2 } text && text[..2].All(char.IsAsciiLetter) && (text.Length == 2 || text[2] is '-' or '_')
            ? text[..2].ToLowerInvariant()
            : null;

    /// <summary>The language whose small words make up most of the text, or null when none stands out.</summary>
    public static string? Guess(string text)
    {
        var (language, share, words) = Likeliest(text);

        // A tenth of running text is small words in each of these languages; a list of names has none.
        return words >= 5 && share >= 0.1 ? language : null;
    }

    /// <summary>The language with most small words in the text (null where two have as many), their share, and how many words were looked at.</summary>
    public static (string? Language, double Share, int Words) Likeliest(string text)
    {
        var words = text.ToLowerInvariant()
            .Split([' ', '\n', ',', '.', '«', '»', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries)
            .Take(WordsToLookAt)
            .ToList();
        var best = SmallWords
            .Select(language => (language.Key, Count: words.Count(language.Value.Contains)))
            .OrderByDescending(language => language.Count)
            .Take(2)
            .ToList();

        return (best[0].Count > best[1].Count ? best[0].Key : null, (double)best[0].Count / Math.Max(1, words.Count), words.Count);
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
