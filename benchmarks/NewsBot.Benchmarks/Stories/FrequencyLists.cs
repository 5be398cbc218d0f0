using System.Globalization;
using NewsBot.Text;

namespace NewsBot.Benchmarks.Stories;

/// <summary>
/// Makes the lists of document frequencies in src/NewsBot/Stories/Frequencies from lists of words by frequency, one word a line, or
/// "word count". Files are named by language: en.txt. docs/stories.md says which lists were used.
/// </summary>
internal static class FrequencyLists
{
    /// <summary>Words of an article that are distinct enough to count as independent draws.</summary>
    private const double DrawsPerArticle = 280;

    /// <summary>Zipf's law with Mandelbrot's offset, for lists without counts.</summary>
    private const double RankOffset = 2;

    /// <summary>Rarer words are as good as unlisted.</summary>
    private const int LeastPer100000 = 100;

    public static int Run(string source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var file in Directory.GetFiles(source, "??.txt").Order(StringComparer.Ordinal))
        {
            var language = Path.GetFileNameWithoutExtension(file);
            var lines = Shares(file, language)
                .Select(stem => (stem.Stem, Per100000: (int)Math.Round(100_000 * (1 - Math.Exp(-stem.Share * DrawsPerArticle)))))
                .Where(stem => stem.Per100000 >= LeastPer100000)
                .OrderByDescending(stem => stem.Per100000)
                .ThenBy(stem => stem.Stem, StringComparer.Ordinal)
                .Select(stem => string.Create(CultureInfo.InvariantCulture, $"{stem.Stem}\t{stem.Per100000}"))
                .ToList();
            File.WriteAllText(Path.Combine(target, $"{language}.tsv"), string.Join('\n', lines) + "\n");
            Console.WriteLine($"{language}: {lines.Count} stems");
        }

        return 0;
    }

    private static IEnumerable<(string Stem, double Share)> Shares(string file, string language)
    {
        var stemmers = new LanguageStemmers();
        var counts = new Dictionary<string, double>();
        foreach (var (rank, line) in File.ReadLines(file).Where(line => !string.IsNullOrWhiteSpace(line)).Index())
        {
            var parts = line.Trim('\uFEFF', ' ').Split([' ', '\t'], 2);
            var count = parts.Length == 2 && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var given) ? given : 1 / (rank + 1 + RankOffset);
            foreach (var token in Tokenizer.Tokenize(Tokenizer.Compose(parts[0])).Take(1))
            {
                var stem = stemmers.Of(token.Term, language);
                counts[stem] = counts.GetValueOrDefault(stem) + count;
            }
        }

        var total = counts.Values.Sum();
        return counts.Select(count => (count.Key, count.Value / total));
    }
}
