namespace NewsBot.Benchmarks.Stories;

/// <summary>How well predicted groups agree with judged ones: B-cubed F1, and F1 and precision of pairs in one group.</summary>
internal readonly record struct ClusterScore(double BCubed, double PairF1, double PairPrecision)
{
    public override string ToString() => $"B-cubed F1 {BCubed:F3}, pair F1 {PairF1:F3}, pair precision {PairPrecision:F3}";

    public static ClusterScore Of(IReadOnlyList<string> judged, IReadOnlyList<long> predicted)
    {
        var judgedSizes = judged.CountBy(group => group).ToDictionary();
        var predictedSizes = predicted.CountBy(group => group).ToDictionary();
        var both = judged.Zip(predicted).CountBy(pair => pair).ToDictionary();
        var precision = judged.Zip(predicted).Average(pair => (double)both[pair] / predictedSizes[pair.Second]);
        var recall = judged.Zip(predicted).Average(pair => (double)both[pair] / judgedSizes[pair.First]);
        var hits = both.Values.Sum(Pairs);
        var pairPrecision = hits / Math.Max(1.0, predictedSizes.Values.Sum(Pairs));
        var pairRecall = hits / Math.Max(1.0, judgedSizes.Values.Sum(Pairs));
        return new ClusterScore(F1(precision, recall), F1(pairPrecision, pairRecall), pairPrecision);
    }

    private static double Pairs(int size) => size * (size - 1.0) / 2;

    private static double F1(double precision, double recall) => precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}
