namespace NewsBot.Summaries;

/// <summary>
/// Summarises an article in its own words: whole sentences, in its order, that stand near its beginning, are central to it and about the
/// topic, and are understood without the rest.
/// </summary>
internal static class Summarizer
{
    /// <summary>How many sentences from the beginning are looked at.</summary>
    private const int Window = 40;

    /// <summary>
    /// By which power of its place a sentence's score falls. News says the most important things first, and people who sum it up agree:
    /// between 1 and 3 their agreement hardly changes.
    /// </summary>
    private const double PositionWeight = 2;

    /// <summary>By which power of its centrality the score rises: it decides between neighbours, and no more.</summary>
    private const double CentralityWeight = 0.5;

    /// <summary>The same for a sentence with the topic's words, which may stand further down.</summary>
    private const double TopicPositionWeight = 0.5;

    /// <summary>How many times as much a sentence with the topic's words is worth.</summary>
    private const double TopicWeight = 5;

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
        var sentences = SummaryCandidates.Of(text, language, Window);
        var ranking = new SentenceRanking(sentences, SummaryLanguage.Of(language));
        var scores = sentences.Select((sentence, place) =>
            SummaryWords.Repeats(sentence.Text, title) ? 0 : Math.Pow(ranking.Centrality[place], CentralityWeight) * PriorOf(place, topic.IsIn(sentence.Text)));
        return new SummarySelector(sentences, [.. scores], ranking.Similarity, options).Best();
    }

    private static double PriorOf(int place, bool isOnTopic) =>
        isOnTopic ? TopicWeight / Math.Pow(place + 1, TopicPositionWeight) : 1 / Math.Pow(place + 1, PositionWeight);
}
