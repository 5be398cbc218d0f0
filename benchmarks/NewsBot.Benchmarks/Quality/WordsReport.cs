using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball;
using NewsBot.Tests.Text;
using NewsBot.Text;
using Snowball = Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsBot.Benchmarks.Quality;

/// <summary>
/// How many forms of a word its stem finds, and how many different words share one, on the word lists of the tests. Lucene.NET has no
/// stemmer for Ukrainian: its Russian ones stand beside it.
/// </summary>
internal static class WordsReport
{
    private static readonly string[] Languages = ["en", "de", "fr", "es", "uk", "ru"];

    public static int Run()
    {
        Console.WriteLine("language stemmer    words  forms  recall  false joins");
        foreach (var language in Languages)
        {
            Print(language, "NewsBot", InflectionList.Read(language));
            Print(language, "Snowball", InflectionList.Read(language, SnowballStemmer(language)));
            Print(language, "light", InflectionList.Read(language, word => Light(language, Folding.Word(word))));
        }

        return 0;
    }

    private static void Print(string language, string stemmer, InflectionList list) => Console.WriteLine(
        $"{language,-8} {stemmer,-9} {list.Words.Count,6} {list.FormCount,6}   {1 - ((double)list.Missed.Count / list.FormCount),5:P1} {list.FalseJoins.Count,7}");

    private static Func<string, string> SnowballStemmer(string language)
    {
        SnowballProgram stemmer = language switch
        {
            "en" => new Snowball.EnglishStemmer(),
            "de" => new Snowball.German2Stemmer(),
            "fr" => new Snowball.FrenchStemmer(),
            "es" => new Snowball.SpanishStemmer(),
            _ => new Snowball.RussianStemmer(),
        };
        return word =>
        {
            stemmer.SetCurrent(Folding.Word(word));
            stemmer.Stem();
            return stemmer.Current;
        };
    }

    private static string Light(string language, string word)
    {
        var letters = word.ToCharArray();
        var length = language switch
        {
            "en" => new EnglishMinimalStemmer().Stem(letters, letters.Length),
            "de" => new GermanLightStemmer().Stem(letters, letters.Length),
            "fr" => new FrenchLightStemmer().Stem(letters, letters.Length),
            "es" => new SpanishLightStemmer().Stem(letters, letters.Length),
            _ => new RussianLightStemmer().Stem(letters, letters.Length),
        };
        return new string(letters, 0, length);
    }
}
