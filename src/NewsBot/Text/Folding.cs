using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace NewsBot.Text;

/// <summary>Removes differences of spelling that do not make another word.</summary>
internal static class Folding
{
    private static readonly SearchValues<char> Unseen = SearchValues.Create(".\u00AD\u200B\u200C\u200D\u2060\uFE0F");

    /// <summary>Letters that are not made of a base and an accent, and the base letters of those that are.</summary>
    private static readonly FrozenDictionary<char, string> Bases = FindBases();

    /// <summary>Lower case, compatible width (ＮＡＴＯ), ß as ss, ё as е; without the dots of an abbreviation and invisible joiners.</summary>
    public static string Word(ReadOnlySpan<char> surface)
    {
        if (Ascii.IsValid(surface) && !surface.Contains('.'))
        {
            return Lower(surface);
        }

        var folded = new StringBuilder(surface.Length);
        foreach (var letter in surface.ToString().Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            _ = letter switch
            {
                'ß' => folded.Append("ss"),
                'ё' => folded.Append('е'),
                'İ' => folded.Append('i'),
                'ς' => folded.Append('σ'),
                _ when Unseen.Contains(letter) || char.IsWhiteSpace(letter) => folded,
                _ => folded.Append(letter),
            };
        }

        // Some presentation forms are a space and a mark, or a mark alone: a word is never empty.
        return folded.Length > 0 ? folded.ToString() : surface.ToString();
    }

    /// <summary>
    /// A folded word without the accents of Latin and Greek letters, stress marks and vowel points.
    /// Cyrillic letters stay whole: й is not an и with an accent, nor ї an і.
    /// </summary>
    public static string WithoutAccents(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
        {
            if (Bases.TryGetValue(letter, out var letters))
            {
                plain.Append(letters);
            }
            else if (!IsAccent(letter))
            {
                plain.Append(letter);
            }
        }

        return plain.ToString();
    }

    private static string Lower(ReadOnlySpan<char> surface) => surface.ContainsAnyInRange('A', 'Z')
        ? string.Create(surface.Length, surface, static (lower, source) => source.ToLowerInvariant(lower))
        : surface.ToString();

    /// <summary>Combining accents, Hebrew points, Arabic vowel marks and tatweel.</summary>
    private static bool IsAccent(char letter) =>
        letter is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u0652') or '\u0640' or '\u0670';

    private static FrozenDictionary<char, string> FindBases()
    {
        var bases = new Dictionary<char, string>
        {
            ['æ'] = "ae",
            ['œ'] = "oe",
            ['ø'] = "o",
            ['ł'] = "l",
            ['đ'] = "d",
            ['ð'] = "d",
            ['þ'] = "th",
            ['ı'] = "i",
            ['ħ'] = "h",
        };
        foreach (var (first, last) in new[] { ('\u00E0', '\u024F'), ('\u1E00', '\u1EFF'), ('\u0370', '\u03FF'), ('\u1F00', '\u1FFF') })
        {
            for (var letter = first; letter <= last; letter++)
            {
                var parts = letter.ToString().Normalize(NormalizationForm.FormD);
                if (char.IsLetter(letter) && parts.Length > 1)
                {
                    bases.TryAdd(letter, parts[..1]);
                }
            }
        }

        return bases.ToFrozenDictionary();
    }
}
