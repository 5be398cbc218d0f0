using System.Text;

namespace NewsBot.Text;

/// <summary>Reads ae, oe and ue as the umlauts that they stand for: Duesseldorf is Düsseldorf, and "blue" stays.</summary>
internal static class Umlauts
{
    private const int ShortestWord = 5;

    private static readonly (char First, char Umlaut, string[] Before)[] Digraphs =
    [
        .. LanguageFiles.Of("de").UmlautsBefore.Select(pair => (pair.Key[0], UmlautOf(pair.Key[0]), pair.Value.Split(' '))),
    ];

    /// <param name="word">Folded.</param>
    public static string Restore(string word)
    {
        if (word.Length < ShortestWord || !word.Contains('e', StringComparison.Ordinal))
        {
            return word;
        }

        StringBuilder? restored = null;
        for (var index = word.Length - 3; index >= 0; index--)
        {
            if (UmlautAt(word, index) is { } umlaut)
            {
                // From the end, so that the places before stay where they are.
                (restored ??= new StringBuilder(word)).Remove(index, 2).Insert(index, umlaut);
            }
        }

        return restored?.ToString() ?? word;
    }

    private static char? UmlautAt(string word, int index)
    {
        if (word[index + 1] != 'e' || (index > 0 && BelongsToVowelBefore(word[index - 1], word[index])))
        {
            return null;
        }

        foreach (var (first, umlaut, before) in Digraphs)
        {
            if (word[index] == first && Array.Exists(before, next => word.AsSpan(index + 2).StartsWith(next)))
            {
                return umlaut;
            }
        }

        return null;
    }

    /// <summary>"Bauer", "Frauen"; in "que" and "gue" u is no vowel of its own.</summary>
    private static bool BelongsToVowelBefore(char before, char letter) =>
        before is 'a' or 'e' or 'i' or 'o' or 'u' || (letter == 'u' && before is 'q' or 'g');

    private static char UmlautOf(char letter) => letter switch
    {
        'a' => 'ä',
        'o' => 'ö',
        _ => 'ü',
    };
}
