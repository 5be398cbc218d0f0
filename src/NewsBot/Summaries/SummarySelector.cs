namespace NewsBot.Summaries;

/// <summary>
/// The best sentences that fit together, of all that could be: worth is score times length, so that the room is filled with what
/// matters. A sentence goes only with the one it leans on, and never with one that says the same.
/// </summary>
internal sealed class SummarySelector(
    IReadOnlyList<SummarySentence> sentences,
    IReadOnlyList<double> scores,
    Func<int, int, double> likeness,
    SummaryTopic actors,
    SummaryOptions options)
{
    /// <summary>What it adds to the worth that somebody who did it is named.</summary>
    private const double ActorWorth = 1.5;

    /// <summary>Beyond it two sentences tell the same.</summary>
    private const double TooAlike = 0.35;

    /// <summary>All choices of so many are tried: at most 65,000, mostly some hundred.</summary>
    private const int Tried = 16;

    private readonly List<int> chosen = [];
    private IReadOnlyList<int> best = [];
    private double bestWorth;

    /// <summary>In the article's order.</summary>
    public IReadOnlyList<string> Best()
    {
        var candidates = Enumerable.Range(0, sentences.Count)
            .Where(index => scores[index] > 0)
            .OrderByDescending(WorthOf)
            .ThenBy(index => index)
            .Take(Tried)
            .Order()
            .ToList();
        Try(candidates, 0, 0, 0);
        return [.. best.Select(index => sentences[index].Text)];
    }

    private void Try(List<int> candidates, int from, int length, double worth)
    {
        var named = worth * (chosen.Exists(index => actors.IsIn(sentences[index].Text)) ? ActorWorth : 1);
        if (named > bestWorth)
        {
            (best, bestWorth) = ([.. chosen], named);
        }

        for (var at = from; at < candidates.Count && chosen.Count < options.Sentences; at++)
        {
            var index = candidates[at];
            var longer = length + (chosen.Count == 0 ? 0 : 1) + sentences[index].Text.Length;
            if (longer <= options.Characters && MayFollow(index))
            {
                chosen.Add(index);
                Try(candidates, at + 1, longer, worth + WorthOf(index));
                chosen.RemoveAt(chosen.Count - 1);
            }
        }
    }

    private bool MayFollow(int index) =>
        (!sentences[index].LeansOnPrevious || (chosen.Count > 0 && sentences[chosen[^1]].Position == sentences[index].Position - 1))
        && chosen.TrueForAll(other => likeness(index, other) <= TooAlike);

    private double WorthOf(int index) => scores[index] * sentences[index].Text.Length;
}
