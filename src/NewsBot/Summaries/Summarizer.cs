namespace NewsBot.Summaries;

/// <summary>
/// Sums an article up in its own words: whole sentences, in its order, that are central to it, near its beginning and about the
/// topic, and that can stand without the rest.
/// </summary>
internal static class Summarizer
{
    /// <summary>How many sentences from the beginning are looked at.</summary>
    private const int Window = 40;

    /// <summary>How many times as much a sentence with the topic's words is worth.</summary>
    private const double TopicWorth = 5;

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
        var repeated = sentences.Where(sentence => SummaryWords.Repeats(sentence.Text, title)).ToHashSet();
        var scores = sentences.Select((sentence, index) =>
            repeated.Contains(sentence) ? 0 : ranking.Scores[index] * (topic.IsIn(sentence.Text) ? TopicWorth : 1));
        var actors = new SummaryTopic(repeated.SelectMany(sentence => SummaryActors.Of(sentence.Text, title)));
        return new SummarySelector(sentences, [.. scores], ranking.Likeness, actors, options).Best();
    }
}
