namespace NewsBot.Text;

/// <summary>
/// Cuts the endings of number and case, and nothing that makes another word: "troops" is "troop", "Hungarian" is never "Hungary".
/// It needs no language, so that a topic and an article agree without knowing each other's.
/// </summary>
internal static class Stemming
{
    /// <param name="word">Folded, with its accents: they tell Brände from brand-new.</param>
    /// <param name="plain">The same without accents.</param>
    public static string Stem(string word, string plain) => plain.Length == 0
        ? plain
        : plain[0] switch
        {
            >= '\u0370' and <= '\u03FF' => ScriptStemmers.Greek(plain),
            >= '\u0590' and <= '\u05FF' => ScriptStemmers.Hebrew(plain),
            >= '\u0600' and <= '\u06FF' => ScriptStemmers.Arabic(plain),
            >= '\u0400' and <= '\u052F' => CyrillicStemmer.Stem(plain),
            _ => plain.AsSpan().ContainsAnyExceptInRange('a', 'z') ? WithoutPluralOfDesignation(plain) : LatinStemmer.Stem(word),
        };

    /// <summary>Two "F-16s" are an F-16; the 1990s are more than a year.</summary>
    private static string WithoutPluralOfDesignation(string plain) =>
        plain is { Length: <= 4 } and [.., >= '0' and <= '9', 's'] ? plain[..^1] : plain;
}
