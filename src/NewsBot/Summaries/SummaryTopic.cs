namespace NewsBot.Summaries;

/// <summary>The words of the topic that a summary is for.</summary>
internal sealed class SummaryTopic(IEnumerable<string> terms)
{
    private readonly List<string[]> phrases = [.. terms.Select(term => SummaryWords.Split(term).ToArray()).Where(words => words.Length > 0)];

    /// <summary>Whether the sentence has one of the terms as whole words. A short term in capitals (WHO, EU) must stand in capitals.</summary>
    public bool IsIn(string sentence)
    {
        var words = SummaryWords.Split(sentence).ToArray();
        return phrases.Exists(phrase => Enumerable.Range(0, Math.Max(0, words.Length - phrase.Length + 1)).Any(at => StandsAt(words, at, phrase)));
    }

    private static bool StandsAt(string[] words, int at, string[] phrase) =>
        phrase.Index().All(word => string.Equals(
            words[at + word.Index],
            word.Item,
            word.Item.Length <= 4 && word.Item.All(char.IsUpper) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase));
}
