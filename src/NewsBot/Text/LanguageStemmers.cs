using System.Collections.Frozen;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsBot.Text;

/// <summary>
/// Stems for comparing two texts of one language: they go further than <see cref="Stemming"/>, which must agree across languages.
/// Not thread-safe: a stemmer holds the word that it works on.
/// </summary>
internal sealed class LanguageStemmers
{
    /// <summary>More than the distinct words of a day's news; a stemmer takes microseconds.</summary>
    private const int MaxWords = 1 << 16;

    private readonly Dictionary<(string Language, string Word), string> known = [];
    private readonly FrozenDictionary<string, SnowballProgram> stemmers = new Dictionary<string, SnowballProgram>
    {
        ["en"] = new EnglishStemmer(),
        ["de"] = new GermanStemmer(),
        ["es"] = new SpanishStemmer(),
        ["fr"] = new FrenchStemmer(),
        ["ru"] = new RussianStemmer(),
        ["it"] = new ItalianStemmer(),
        ["pt"] = new PortugueseStemmer(),
    }.ToFrozenDictionary();

    /// <summary>The stem of a term in a two-letter language; its general stem where there is none for the language.</summary>
    public string Of(Term term, string? language)
    {
        if (language is null || !stemmers.TryGetValue(language, out var stemmer))
        {
            return term.Stem;
        }

        if (known.TryGetValue((language, term.Word), out var stem))
        {
            return stem;
        }

        if (known.Count >= MaxWords)
        {
            known.Clear();
        }

        stemmer.SetCurrent(term.Word);
        stemmer.Stem();
        return known[(language, term.Word)] = stemmer.Current;
    }
}
