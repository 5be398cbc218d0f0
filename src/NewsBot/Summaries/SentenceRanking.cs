using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>
/// How central each sentence of an article is: LexRank (Erkan and Radev, 2004) over weighted words.
/// </summary>
internal sealed class SentenceRanking
{
    /// <summary>Share of a sentence's rank that comes from similar sentences.</summary>
    private const double Damping = 0.9;

    /// <summary>Ranks change by less than a thousandth after these.</summary>
    private const int Rounds = 30;

    private const int MinWordLength = 4;

    private readonly Dictionary<string, double>[] vectors;
    private readonly double[][] similarity;

    public SentenceRanking(IReadOnlyList<SummarySentence> sentences, SummaryLanguage language)
    {
        vectors = Weigh([.. sentences.Select(sentence => Count(sentence.Text, language))]);
        similarity = [.. vectors.Select(left => vectors.Select(right => ReferenceEquals(left, right) ? 0 : Cosine(left, right)).ToArray())];
        Centrality = Rank();
    }

    /// <summary>Of each sentence; more is better.</summary>
    public IReadOnlyList<double> Centrality { get; }

    /// <summary>0 for sentences without a common word to 1 for the same words.</summary>
    public double Similarity(int first, int second) => similarity[first][second];

    private static Dictionary<string, int> Count(string sentence, SummaryLanguage language) =>
        Tokenizer.Tokenize(Tokenizer.Compose(sentence))
            .Where(token => IsContentWord(token) && !language.IsFunctionWord(token.Term.Word))
            .CountBy(token => token.Term.Stem)
            .ToDictionary();

    /// <summary>Long words, numbers, names and acronyms: small words are left out without a complete list for each language.</summary>
    private static bool IsContentWord(Token token) => token.Term.Plain.Length >= MinWordLength;

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

    private static double Cosine(Dictionary<string, double> left, Dictionary<string, double> right) =>
        left.Sum(word => word.Value * right.GetValueOrDefault(word.Key));

    private double[] Rank()
    {
        var count = vectors.Length;
        var sums = similarity.Select(row => row.Sum()).ToArray();
        var ranks = new double[count];
        Array.Fill(ranks, 1.0 / Math.Max(1, count));
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[count];
            Array.Fill(next, (1 - Damping) / count);
            for (var from = 0; from < count; from++)
            {
                var share = sums[from] == 0 ? 0 : Damping * ranks[from] / sums[from];
                for (var to = 0; to < count; to++)
                {
                    next[to] += share * similarity[from][to];
                }
            }

            ranks = next;
        }

        return ranks;
    }
}
