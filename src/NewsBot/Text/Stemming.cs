using System.Buffers;

namespace NewsBot.Text;

/// <summary>
/// Cuts the endings of number and case, and nothing that makes another word: "troops" is "troop", "Hungarian" is never "Hungary".
/// It needs no language, so that a topic and an article agree without knowing each other's.
/// </summary>
internal static class Stemming
{
    private const int ShortestLatinStem = 3;

    private static readonly SearchValues<char> Latin = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    private static readonly string[] GermanAdjectives = ["ischen", "ischer", "isches", "ischem", "ische"];

    /// <summary>Endings that are a plural in German or Spanish and no ending of an English or French word.</summary>
    private static readonly (string Plural, string Singular)[] ForeignPlurals =
    [
        ("ionen", "ion"), ("ungen", "ung"), ("heiten", "heit"), ("keiten", "keit"), ("schaften", "schaft"), ("taten", "tat"),
        ("iones", "ion"), ("dades", "dad"), ("adores", "ador"), ("edores", "edor"),
    ];

    /// <summary>Plurals without a rule, and words that only look like a plural.</summary>
    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["men"] = "man",
        ["women"] = "woman",
        ["children"] = "child",
        ["crises"] = "crisis",
        ["viruses"] = "virus",
        ["buses"] = "bus",
        ["gases"] = "gas",
        ["movies"] = "movie",
        ["cookies"] = "cookie",
        ["calories"] = "calorie",
        ["wives"] = "wife",
        ["lives"] = "life",
        ["knives"] = "knife",
        ["news"] = "news",
        ["aids"] = "aids",
        ["sars"] = "sars",
        ["mars"] = "mars",
        ["series"] = "series",
        ["gas"] = "gas",
        ["species"] = "species",
    };

    /// <param name="plain">A folded word without accents.</param>
    public static string Stem(string plain)
    {
        if (plain.Length == 0 || !plain.AsSpan().ContainsAnyExcept(Latin))
        {
            return StemLatin(plain);
        }

        return plain[0] switch
        {
            >= '\u0370' and <= '\u03FF' => ScriptStemmers.Greek(plain),
            >= '\u0600' and <= '\u06FF' => ScriptStemmers.Arabic(plain),
            >= '\u0400' and <= '\u052F' => CyrillicStemmer.Cut(plain),
            _ => StemDesignation(plain),
        };
    }

    /// <summary>Two "F-16s" are an F-16; the 1990s are more than a year.</summary>
    private static string StemDesignation(string plain) =>
        plain is { Length: <= 4 } and [.., >= '0' and <= '9', 's'] ? plain[..^1] : plain;

    private static string StemLatin(string word)
    {
        if (Irregular.TryGetValue(word, out var stem))
        {
            return stem;
        }

        if (word.Length <= ShortestLatinStem)
        {
            return word;
        }

        foreach (var ending in GermanAdjectives)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return word[..^(ending.Length - "isch".Length)];
            }
        }

        foreach (var (plural, singular) in ForeignPlurals)
        {
            if (word.Length > plural.Length + 1 && word.EndsWith(plural, StringComparison.Ordinal))
            {
                return word[..^plural.Length] + singular;
            }
        }

        return word[^1] == 's' ? Singular(word) : word;
    }

    /// <summary>The classic s-rules: -ies, -es after a hissing sound, -s. "-us", "-is" and "-ss" are no plurals.</summary>
    private static string Singular(string word) => word switch
    {
        [.., 's' or 'u' or 'i', 's'] => word,
        [_, _, .., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [.., 's', 's', 'e', 's'] or [.., 's' or 'c', 'h', 'e', 's'] or [.., 'x' or 'z', 'e', 's'] => word[..^2],
        _ => word[..^1],
    };
}
