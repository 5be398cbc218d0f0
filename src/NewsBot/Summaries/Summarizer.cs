namespace NewsBot.Summaries;

/// <summary>
/// Sums an article up in its own words: whole sentences from its beginning, in its order. News says the most important things
/// first, so position counts most; sentences with the topic's words go before others near them.
/// </summary>
internal static class Summarizer
{
    /// <summary>How many sentences from the beginning are looked at.</summary>
    private const int Window = 12;

    /// <summary>A sentence with the topic's words is worth as much as one this many places before it.</summary>
    private const int TopicLift = 3;

    /// <summary>The summary in one text, or an empty one where no sentence can stand alone: what <see cref="Choose"/> chooses.</summary>
    public static string Summarize(string title, string text, string? language, IEnumerable<string>? topicTerms, SummaryOptions options) =>
        string.Join(' ', Choose(title, text, language, topicTerms, options));

    /// <summary>The sentences of the summary, verbatim and in the article's order; none where no sentence can stand alone.</summary>
    /// <param name="title">The headline: a sentence that only repeats it is passed over.</param>
    /// <param name="text">The body: paragraphs joined by an empty line.</param>
    /// <param name="language">Two-letter language, or null.</param>
    /// <param name="topicTerms">Words and phrases of the topic that it is for, or null.</param>
    /// <param name="options">How long it may be.</param>
    public static IReadOnlyList<string> Choose(
        string title, string text, string? language, IEnumerable<string>? topicTerms, SummaryOptions options)
    {
        var topic = new SummaryTopic(topicTerms ?? []);
        var candidates = SummaryCandidates.Of(text, language, Window)
            .OrderBy(sentence => sentence.Position - (topic.IsIn(sentence.Text) ? TopicLift : 0))
            .ToList();
        var chosen = new SummaryChoice(title, options);
        while (candidates.Find(chosen.CanTake) is { } next)
        {
            chosen.Take(next);
            candidates.Remove(next);
        }

        return chosen.Sentences;
    }
}
