using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>
/// How central each sentence of an article is: LexRank (Erkan and Radev, 2004) over weighted words, times a prior for its place,
/// because news says the most important things first.
/// </summary>
internal sealed class SentenceRanking
{
    /// <summary>Share of a sentence's rank that comes from its likes.</summary>
    private const double Damping = 0.9;

    /// <summary>Ranks change by less than a thousandth after these.</summary>
    private const int Rounds = 30;

    private const int ShortestWord = 4;

    private readonly Dictionary<string, double>[] vectors;
    private readonly double[][] likeness;

    public SentenceRanking(IReadOnlyList<SummarySentence> sentences, SummaryLanguage language)
    {
        vectors = Weigh([.. sentences.Select(sentence => Count(sentence.Text, language))]);
        likeness = [.. vectors.Select(dictionary => vectors.Select(other => ReferenceEquals(dictionary, other) ? 0 : Cosine(dictionary, other)).ToArray())];
        Scores = [.. Rank().Select((rank, place) => rank / Math.Sqrt(place + 1))];
    }

    /// <summary>Of each sentence; more is better.</summary>
    public IReadOnlyList<double> Scores { get; }

    /// <summary>0 for sentences without a common word to 1 for the same words.</summary>
    public double Likeness(int one, int other) => likeness[one][other];

    private static Dictionary<string, int> Count(string sentence, SummaryLanguage language) =>
        Tokenizer.Tokenize(Tokenizer.Compose(sentence))
            .Where(token => Tells(token) && !language.IsSmall(token.Term.Word))
            .CountBy(token => token.Term.Stem)
            .ToDictionary();

    /// <summary>Long words, numbers, names and acronyms: small words are left out without a complete list for each language.</summary>
    private static bool Tells(Token token) =>
        token.Term.Plain.Length >= ShortestWord;

    private static Dictionary<string, double>[] Weigh(List<Dictionary<string, int>> counts)
    {
        var spread = counts.SelectMany(words => words.Keys).CountBy(word => word).ToDictionary();
        return [.. counts.Select(words => Normal(words.ToDictionary(
            word => word.Key, word => word.Value * Math.Log((counts.Count + 1.0) / spread[word.Key]))))];
    }

    private static Dictionary<string, double> Normal(Dictionary<string, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return length == 0 ? vector : vector.ToDictionary(word => word.Key, word => word.Value / length);
    }

    private static double Cosine(Dictionary<string, double> one, Dictionary<string, double> other) =>
        one.Sum(word => word.Value * other.GetValueOrDefault(word.Key));

    private double[] Rank()
    {
        var count = vectors.Length;
        var sums = likeness.Select(row => row.Sum()).ToArray();
        var ranks = Enumerable.Repeat(1.0 / Math.Max(1, count), count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var before = ranks;
            ranks = [.. Enumerable.Range(0, count).Select(here =>
                ((1 - Damping) / count) + (Damping * Enumerable.Range(0, count).Sum(there =>
                    sums[there] == 0 ? 0 : before[there] * likeness[there][here] / sums[there])))];
        }

        return ranks;
    }
}
