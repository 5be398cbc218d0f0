namespace NewsBot.Summaries;

/// <summary>The words of a sentence that carry its news, in a form in which inflections are mostly equal.</summary>
internal static class SummaryWords
{
    /// <summary>Korea and Korean, troop and troops, Ukraine and Ukrainian share this many letters, in any of the languages.</summary>
    private const int StemLength = 4;

    /// <summary>One more long word than the title's tells no second fact; a full name beside it tells who did it.</summary>
    private const int MaxFreshStems = 1;

    private const int MaxFreshWords = 2;

    /// <summary>Stems of the long words, acronyms and numbers; short words are left out without a list for each language.</summary>
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

    /// <summary>Whether the sentence only says again what the title says: it has half of its words or more, and nearly nothing beside them.</summary>
    public static bool Repeats(string sentence, string title)
    {
        var (here, there) = (StemsOf(sentence), StemsOf(title));
        var fresh = here.Where(stem => !there.Contains(stem)).ToList();
        return (there.Count > 0 && fresh.Count <= MaxFreshStems && !fresh.Exists(stem => char.IsDigit(stem[0])) && 2 * here.Count(there.Contains) >= there.Count)
            || RepeatsWords([.. Split(sentence)], title);
    }

    /// <summary>The same word by word: small words count too.</summary>
    private static bool RepeatsWords(List<string> words, string title)
    {
        var known = Split(title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return known.Count > 0 && 2 * words.Count(known.Contains) >= known.Count && words.Count(word => !known.Contains(word)) <= MaxFreshWords;
    }
}
