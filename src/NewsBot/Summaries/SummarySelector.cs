namespace NewsBot.Summaries;

/// <summary>
/// The best sentences that fit together, of all that could be: worth grows with score and length, so that the room is filled with
/// what matters. A sentence goes only with the one it depends on, and never with one that says the same.
/// </summary>
internal sealed class SummarySelector(
    IReadOnlyList<SummarySentence> sentences, IReadOnlyList<double> scores, Func<int, int, double> similarity, SummaryOptions options)
{
    /// <summary>Beyond it two sentences say the same.</summary>
    private const double MaxSimilarity = 0.5;

    /// <summary>All choices of so many are tried: at most 65,000, mostly some hundred.</summary>
    private const int MaxCandidates = 16;

    private readonly List<int> chosen = [];
    private int[] candidates = [];

    /// <summary>What the candidates from each on are worth together: a choice that cannot become the best is left.</summary>
    private double[] worthLeft = [];
    private List<int> best = [];
    private double bestWorth;

    /// <summary>In the article's order.</summary>
    public IReadOnlyList<string> Best()
    {
        candidates = [.. Enumerable.Range(0, sentences.Count)
            .Where(index => scores[index] > 0)
            .OrderByDescending(WorthOf)
            .ThenBy(index => index)
            .Take(MaxCandidates)
            .Order()];
        worthLeft = new double[candidates.Length + 1];
        for (var at = candidates.Length - 1; at >= 0; at--)
        {
            worthLeft[at] = worthLeft[at + 1] + WorthOf(candidates[at]);
        }

        Try(0, 0, 0);
        return best.ConvertAll(index => sentences[index].Text);
    }

    private void Try(int from, int length, double worth)
    {
        if (worth > bestWorth)
        {
            (best, bestWorth) = ([.. chosen], worth);
        }

        for (var at = from; at < candidates.Length && chosen.Count < options.Sentences && worth + worthLeft[at] > bestWorth; at++)
        {
            var index = candidates[at];
            var longer = length + (chosen.Count == 0 ? 0 : 1) + sentences[index].Text.Length;
            if (longer <= options.Characters && MayFollow(index))
            {
                chosen.Add(index);
                Try(at + 1, longer, worth + WorthOf(index));
                chosen.RemoveAt(chosen.Count - 1);
            }
        }
    }

    private bool MayFollow(int index)
    {
        var sentence = sentences[index];
        if (sentence.DependsOnPrevious && (chosen.Count == 0 || sentences[chosen[^1]].Position != sentence.Position - 1))
        {
            return false;
        }

        foreach (var other in chosen)
        {
            if (similarity(index, other) > MaxSimilarity)
            {
                return false;
            }
        }

        return true;
    }

    private double WorthOf(int index) => scores[index] * Math.Sqrt(sentences[index].Text.Length);
}
