using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Stories.Vectors;

/// <summary>
/// How rare words are in articles at large. The figures ship with the program (Stories/Frequencies/*.tsv, see docs/stories.md) and do
/// not change while it runs, so an article has the same vector whenever it is read.
/// </summary>
internal static class DocumentFrequencies
{
    /// <summary>Share of articles in which a word stands that no list has: names, mostly.</summary>
    private const double Unlisted = 0.001;

    private static readonly ConcurrentDictionary<string, FrozenDictionary<uint, float>?> Languages = new(StringComparer.Ordinal);

    /// <summary>The inverse document frequency: about 0 for a word of every article, 6.9 for one that is not listed.</summary>
    /// <param name="key">Its <see cref="TermKey"/>.</param>
    /// <param name="language">Two letters, or null.</param>
    /// <param name="length">Letters of the word, the only hint in a language without a list.</param>
    public static float Idf(uint key, string? language, int length)
    {
        var listed = language is null ? null : Languages.GetOrAdd(language, Read);
        return listed is null ? Idf(GuessByLength(length)) : listed.GetValueOrDefault(key, Idf(0));
    }

    private static float Idf(double share) => (float)-Math.Log(Math.Min(1, share + Unlisted));

    private static double GuessByLength(int length) => length switch
    {
        <= 3 => 0.1,
        <= 5 => 0.02,
        _ => 0.003,
    };

    private static FrozenDictionary<uint, float>? Read(string language)
    {
        using var stream = typeof(DocumentFrequencies).Assembly.GetManifestResourceStream($"NewsBot.Stories.Frequencies.{language}.tsv");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        var shares = new Dictionary<uint, float>();
        while (reader.ReadLine() is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var per100000 = int.Parse(line.AsSpan(tab + 1), CultureInfo.InvariantCulture);
            shares[TermKey.Of(language, line.AsSpan(0, tab))] = Idf(per100000 / 100_000.0);
        }

        return shares.ToFrozenDictionary();
    }
}
