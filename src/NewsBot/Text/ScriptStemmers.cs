using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.El;

namespace NewsBot.Text;

/// <summary>Stems of languages that a script tells by itself. The stemmers keep a state, so each call has its own.</summary>
internal static class ScriptStemmers
{
    /// <param name="plain">Lower case, without accents, the last sigma as any other.</param>
    public static string Greek(string plain)
    {
        var letters = plain.ToCharArray();
        return new string(letters, 0, new GreekStemmer().Stem(letters, letters.Length));
    }

    /// <summary>Light: articles and prepositions before the word, endings of number and owner after it; forms of alef and yeh are one.</summary>
    public static string Arabic(string plain)
    {
        var letters = plain.ToCharArray();
        var length = new ArabicNormalizer().Normalize(letters, letters.Length);
        var stem = new ArabicStemmer().Stem(letters, length);

        // Of a word that is nothing but marks nothing would be left.
        return stem > 0 ? new string(letters, 0, stem) : plain;
    }

    /// <summary>
    /// Without the letters that stand for "and", "the", "in", "to", "from", "that" and "as" before a word. They are cut as long as four
    /// letters stay, whether they belong to the word or not: all forms of it meet in the same stem.
    /// </summary>
    public static string Hebrew(string plain)
    {
        const int shortestStem = 4;
        var start = 0;
        while (plain.Length - start > shortestStem && plain[start] is 'ו' or 'ה' or 'ב' or 'ל' or 'מ' or 'ש' or 'כ')
        {
            start++;
        }

        return plain[start..];
    }
}
