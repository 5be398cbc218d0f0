using System.Buffers;
using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>
/// Cuts the endings of Ukrainian and Russian nouns, adjectives and surnames, and what changes before them: Україна and Україною are one
/// word, so are рынок and рынка, Чернігів and Чернігова. One set of rules for both languages, which share their short words.
/// </summary>
internal static class CyrillicStemmer
{
    /// <summary>Below it words of different meaning meet: short words have their forms listed.</summary>
    private const int ShortestStem = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("аеєиіїоуюяыэ");

    private static readonly string[] Endings =
    [
        .. LanguageFiles.Of("ru").Endings.Concat(LanguageFiles.Of("uk").Endings).Distinct().OrderByDescending(ending => ending.Length),
    ];

    private static readonly FrozenDictionary<string, string> Forms = CyrillicForms.Build(LanguageFiles.Of("ru"), LanguageFiles.Of("uk"), ByRule);

    /// <param name="word">Folded.</param>
    public static string Stem(string word)
    {
        var written = word.Replace("ьо", "о", StringComparison.Ordinal);
        return Forms.GetValueOrDefault(written) ?? (written.Length < ShortestStem ? written : ByRule(written));
    }

    private static string ByRule(string word) => Normalise(Hardened(word) ?? WithoutEnding(word));

    /// <summary>Ukrainian к is ц before і: безпека, безпеці. Null for a word in which ц is its own: столиці.</summary>
    private static string? Hardened(string word) =>
        word is [_, _, .., 'і' or 'е' or 'у' or 'о' or 'а' or 'я' or 'ч' or 'т', 'ц', 'і'] or [_, .., 'т' or 'р', 'и', 'ц', 'і'] ? word[..^2] + "к" : null;

    private static string WithoutEnding(string word)
    {
        var ending = Array.Find(Endings, ending => Fits(word, ending));
        if (ending is null)
        {
            return word;
        }

        var stem = word[..^ending.Length];
        return IsOfSurname(ending) && stem.Length >= ShortestStem + 2 && stem is [.., 'о' or 'е' or 'є', 'в'] ? stem[..^2] : stem;
    }

    private static bool Fits(string word, string ending) =>
        word.Length - ending.Length >= ShortestStem
        && word.EndsWith(ending, StringComparison.Ordinal)
        // "санкцій" is the plural of "санкція" and loses й alone; "північній" is an adjective and loses ій.
        && !(ending is "ій" or "ий" && word[^3] == 'ц');

    /// <summary>
    /// -ов alone may be a plural ("пожаров"), so that the names of this form lose it in their cases too.
    /// Adjectives have other endings, and keep it: "військового" is not "військо".
    /// </summary>
    private static bool IsOfSurname(string ending) => ending is "а" or "у" or "е" or "ы" or "и" or "і" or "ом" or "ові";

    private static string Normalise(string stem)
    {
        for (var shorter = Shorter(stem); shorter != stem; shorter = Shorter(stem))
        {
            stem = shorter;
        }

        if (stem.Length > ShortestStem && stem[^1] == stem[^2])
        {
            stem = stem[..^1];
        }

        var closed = WithoutFleetingVowel(WithOpenVowel(WithoutFleetingVowel(stem)));
        return closed is [.., 'ь', var last] ? closed[..^2] + last : closed;
    }

    /// <summary>What the endings leave of the nouns in -ие, -ия and -ай, of проблем and systems alike, and of people: громадянин.</summary>
    private static string Shorter(string stem) => stem switch
    {
        { Length: <= ShortestStem } => stem,
        [.., 'а' or 'о' or 'е', 'м'] when stem.Length - 2 >= ShortestStem => stem[..^2],
        [.., 'а' or 'я', 'н', 'и', 'н'] => stem[..^2],
        [.., 'и' or 'і' or 'ї' or 'е' or 'є' or 'й' or 'ь' or 'а' or 'о'] => stem[..^1],
        _ => stem,
    };

    /// <summary>Ukrainian о is і in a closed syllable: договір, договору.</summary>
    private static string WithOpenVowel(string stem)
    {
        var vowel = stem.AsSpan().LastIndexOfAny(Vowels);
        return vowel > 0 && stem[vowel] == 'і' && stem.Length - vowel is 2 or 3 ? $"{stem[..vowel]}о{stem[(vowel + 1)..]}" : stem;
    }

    /// <summary>The vowel that comes and goes: рынок, рынка; українець, українці; европеец, европейцы.</summary>
    private static string WithoutFleetingVowel(string stem)
    {
        if (stem.Length <= ShortestStem || stem[^1] is not ('к' or 'ц' or 'н' or 'л' or 'г' or 'б' or 'м' or 'р') || stem[^2] is not ('о' or 'е' or 'є'))
        {
            return stem;
        }

        return !Vowels.Contains(stem[^3]) ? stem[..^2] + stem[^1]
            : stem[^2] != 'о' && stem[^1] is 'ц' or 'к' ? $"{stem[..^2]}й{stem[^1]}"
            : stem;
    }
}
