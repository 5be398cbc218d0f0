namespace NewsBot.Summaries;

/// <summary>The sentences chosen so far, and which may still join them.</summary>
internal sealed class SummaryChoice(string title, SummaryOptions options)
{
    private readonly SortedList<int, SummarySentence> sentences = [];
    private int length;

    /// <summary>In the article's order.</summary>
    public IReadOnlyList<string> Sentences => [.. sentences.Values.Select(sentence => sentence.Text)];

    /// <summary>Whether it fits, has its antecedent beside it, and says something new.</summary>
    public bool CanTake(SummarySentence sentence) =>
        sentences.Count < options.Sentences
        && length + Gap + sentence.Text.Length <= options.Characters
        && (!sentence.LeansOnPrevious || sentences.ContainsKey(sentence.Position - 1))
        && !SummaryWords.Repeats(sentence.Text, title)
        && !sentences.Values.Any(taken => SummaryWords.Repeats(sentence.Text, taken.Text));

    public void Take(SummarySentence sentence)
    {
        length += Gap + sentence.Text.Length;
        sentences.Add(sentence.Position, sentence);
    }

    private int Gap => sentences.Count == 0 ? 0 : 1;
}
