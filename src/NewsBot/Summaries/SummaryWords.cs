namespace NewsBot.Summaries;

/// <summary>The words of a sentence that carry its news, in a form in which inflections are mostly equal.</summary>
internal static class SummaryWords
{
    /// <summary>Korea and Korean, troop and troops, Ukraine and Ukrainian share this many letters, in any of the languages.</summary>
    private const int StemLength = 4;

    private const double MaxOf = 0.7;

    /// <summary>A lede that tells more than the headline has two thirds and more of words that the headline lacks.</summary>
    private const double FewBeside = 0.65;

    /// <summary>Stems of the long words, names, acronyms and numbers; small words are left out without a list for each language.</summary>
    public static HashSet<string> StemsOf(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in Split(text))
        {
            var isNews = word.Length > StemLength - 1 || char.IsDigit(word[0]) || (word.Length > 1 && word.All(char.IsUpper));
            if (isNews)
            {
                var isNumber = char.IsDigit(word[0]);
                stems.Add(isNumber || word.Length <= StemLength ? word.ToLowerInvariant() : word[..StemLength].ToLowerInvariant());
            }
        }

        return stems;
    }

    /// <summary>Runs of letters and digits; an apostrophe ends a word.</summary>
    public static IEnumerable<string> Split(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inWord = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (inWord && start < 0)
            {
                start = i;
            }
            else if (!inWord && start >= 0)
            {
                yield return text[start..i];
                start = -1;
            }
        }
    }

    /// <summary>
    /// Whether the sentence only says again what <paramref name="other"/> says: it has most of its words, few beside them,
    /// and no number that is new.
    /// </summary>
    public static bool Repeats(string sentence, string other)
    {
        var (here, there) = (StemsOf(sentence), StemsOf(other));
        if (here.Count == 0 || there.Count == 0)
        {
            return false;
        }

        var shared = here.Count(there.Contains);
        var fresh = here.Where(stem => !there.Contains(stem)).ToList();
        return shared >= MaxOf * there.Count
            && fresh.Count <= FewBeside * here.Count
            && !fresh.Exists(stem => char.IsDigit(stem[0]));
    }
}
