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
        return new string(letters, 0, new ArabicStemmer().Stem(letters, length));
    }
}
