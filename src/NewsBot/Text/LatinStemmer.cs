using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>
/// Cuts the endings of number and case of English, German, French and Spanish. One set of rules for all of them, because a topic and an
/// article do not know each other's language: an ending is cut only where that joins no other word of one of the four.
/// The word lists of the tests say how far that holds, and `benchmarks words` prints it.
/// </summary>
internal static class LatinStemmer
{
    /// <summary>An -e or -en at the end tells little; below this many letters before it, different words would meet: plan and plane.</summary>
    private const int LongStem = 5;

    private static readonly LanguageWords[] Languages =
        [LanguageFiles.Of("en"), LanguageFiles.Of("de"), LanguageFiles.Of("fr"), LanguageFiles.Of("es")];

    private static readonly IrregularForms Forms = new(Languages);

    private static readonly FrozenSet<string> Unchanged = Languages.SelectMany(language => language.Unchanged)
        .Select(word => Folding.WithoutAccents(Folding.Word(word)))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <param name="word">Folded, with its accents.</param>
    public static string Stem(string word)
    {
        var written = Umlauts.Restore(word);
        return Forms.Find(written) ?? Forms.FindCompound(written) ?? Reduce(Folding.WithoutAccents(written));
    }

    /// <summary>"Energie" and "energy" are one word; short ones are names: Julie is not July.</summary>
    public static string JoinIeAndY(string word) => word is [_, _, _, _, .., 'i', 'e'] ? word[..^2] + "y" : word;

    private static string Reduce(string plain)
    {
        while (!Unchanged.Contains(plain))
        {
            if (Forms.Find(plain) is { } stem)
            {
                return stem;
            }

            var shorter = WithoutEnding(plain);
            if (shorter == plain)
            {
                break;
            }

            plain = shorter;
        }

        return plain;
    }

    private static string WithoutEnding(string word) => word switch
    {
        { Length: <= 3 } => word,
        [.., 's'] => WithoutS(word),
        [.., 'x'] => WithoutX(word),
        [.., 'n'] => WithoutN(word),
        [.., 'e'] => WithoutE(word),
        _ => WithoutAdjectiveEnding(word),
    };

    /// <summary>Plurals and genitives: -ies, -es after a hissing sound, -s. "-us", "-is" and "-ss" are none.</summary>
    private static string WithoutS(string word) => word switch
    {
        [.., 's' or 'u' or 'i', 's'] => word,
        [.., 'n', 'i', 's', 's', 'e', 's'] => word[..^3],
        [_, _, .., 'i', 'e', 's'] when word.Length > 4 => word[..^3] + "y",
        [_, _, .., 'o', 'e', 's'] when word.Length > 4 => word[..^2],
        [.., 's', 's', 'e', 's'] or [.., 's' or 'c', 'h', 'e', 's'] or [.., 'x', 'e', 's'] or [.., 'z' or 't', 'z', 'e', 's'] => word[..^2],
        _ => word[..^1],
    };

    /// <summary>French: bateaux, journaux.</summary>
    private static string WithoutX(string word) => word switch
    {
        [.., 'e', 'a', 'u', 'x'] => word[..^1],
        [.., 'a', 'u', 'x'] when word.Length > LongStem => word[..^2] + "l",
        _ => word,
    };

    private static string WithoutN(string word) => word switch
    {
        [.., 'm', 'e', 'n'] when IsPluralOfMan(word) => word[..^2] + "an",
        [.., 'i', 's', 'm', 'e', 'n'] => word[..^2] + "us",
        [.., 'i', 'n', 'n', 'e', 'n'] when word.Length >= 8 => word[..^3],
        [.., 'n', 'i', 's', 's', 'e', 'n'] => word[..^3],
        [.., 'e', 'r', 'n'] when word.Length >= 7 => word[..^1],
        [.., 'e', 'l', 'n'] when word.Length >= 6 => word[..^1],
        [.., var before, 'e', 'n'] when !IsVowel(before) && word.Length - 2 >= LongStem => word[..^2],
        [.., var before, 'e', 'n'] when !IsVowel(before) && word.Length == LongStem + 1 => word[..^1],
        _ => word,
    };

    /// <summary>Spokesmen and firemen, and not the German plurals of Problem and Organismus.</summary>
    private static bool IsPluralOfMan(string word) => word switch
    {
        [.., 'i', 's', 'm', 'e', 'n'] => false,
        [.., 'w', 'o', 'm', 'e', 'n'] => true,
        [.., 's' or 'n' or 't' or 'k' or 'g' or 'd', 'm', 'e', 'n'] => word.Length >= 6,
        [.., 's' or 'c', 'h', 'm', 'e', 'n'] or [.., 'i', 'r', 'm', 'e', 'n'] or [.., 'h', 'e', 'r', 'm', 'e', 'n'] => word.Length >= 6,
        _ => false,
    };

    private static string WithoutE(string word) => word switch
    {
        [.., 'i', 'e'] => JoinIeAndY(word),
        [.., 'n', 'i', 's', 's', 'e'] when word.Length >= 7 => word[..^2],
        [.., 'e', 'u', 's', 'e'] when word.Length >= 8 => word[..^2] + "r",
        [.., 'i' or 'e', 'e', 'n', 'n', 'e'] when word.Length >= 7 => word[..^2],
        [.., 's', 's', 'e'] or [.., 'c', 'h', 'e'] when word.Length >= LongStem => word[..^1],
        [.., 'x', 'e'] => word[..^1],
        [.., var before, 'e'] when !IsVowel(before) && before != 's' && word.Length > LongStem => word[..^1],
        _ => word,
    };

    /// <summary>The German endings -er and -em, where the word before them is surely an adjective.</summary>
    private static string WithoutAdjectiveEnding(string word) => word switch
    {
        [.., 'i', 's', 'c', 'h', 'e', 'r' or 'm'] or [.., 'b', 'a', 'r', 'e', 'r' or 'm'] => word[..^2],
        [.., 'i', 'c', 'h', 'e', 'r' or 'm'] when word.Length >= 8 => word[..^2],
        _ => word,
    };

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
