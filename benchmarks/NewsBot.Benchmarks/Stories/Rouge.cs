using NewsBot.Text;

namespace NewsBot.Benchmarks.Stories;

/// <summary>
/// ROUGE-1, ROUGE-2 and ROUGE-L (Lin, 2004) as F1 over stems: how much of its words, of its pairs of neighbouring words and of its longest
/// common subsequence a summary shares with one that a person wrote.
/// </summary>
internal readonly record struct Rouge(double One, double Two, double Longest)
{
    public static Rouge Of(string summary, string reference)
    {
        var (here, there) = (StemsOf(summary), StemsOf(reference));
        return new Rouge(Overlap(here, there), Overlap(Pairs(here), Pairs(there)), F1(LongestCommon(here, there), here.Length, there.Length));
    }

    public static Rouge Average(IReadOnlyCollection<Rouge> scores) =>
        new(scores.Average(score => score.One), scores.Average(score => score.Two), scores.Average(score => score.Longest));

    public override string ToString() => $"{100 * One:F1} / {100 * Two:F1} / {100 * Longest:F1}";

    private static string[] StemsOf(string text) => [.. Tokenizer.Tokenize(Tokenizer.Compose(text)).Select(token => token.Term.Stem)];

    private static string[] Pairs(string[] words) => [.. words.Zip(words.Skip(1), (first, second) => $"{first} {second}")];

    private static double Overlap(string[] here, string[] there)
    {
        var counts = there.CountBy(word => word).ToDictionary();
        return F1(here.CountBy(word => word).Sum(word => Math.Min(word.Value, counts.GetValueOrDefault(word.Key))), here.Length, there.Length);
    }

    private static double F1(int shared, int here, int there) => here + there == 0 ? 0 : 2.0 * shared / (here + there);

    private static int LongestCommon(string[] here, string[] there)
    {
        var row = new int[there.Length + 1];
        foreach (var word in here)
        {
            var diagonal = 0;
            for (var column = 1; column <= there.Length; column++)
            {
                var above = row[column];
                row[column] = word == there[column - 1] ? diagonal + 1 : Math.Max(above, row[column - 1]);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
