using NewsBot.Text;
using NewsBot.Topics.Matching;

namespace NewsBot.Summaries;

/// <summary>The sentences of an article that may stand in its summary, in its order.</summary>
internal static class SummaryCandidates
{
    /// <summary>What matters stands in the first pages; it bounds what a book in a feed can cost.</summary>
    private const int MaxText = 30_000;

    /// <summary>The first <paramref name="limit"/> of them.</summary>
    public static IReadOnlyList<SummarySentence> Of(string text, string? language, int limit)
    {
        var words = SummaryLanguage.Of(language);
        var found = new List<SummarySentence>();
        var position = 0;
        foreach (var paragraph in Beginning(text).Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!SummaryProse.IsParagraph(paragraph))
            {
                // What depends on the prose before it has lost its antecedent.
                position++;
                continue;
            }

            string? previous = null;
            foreach (var whole in SentenceSplitter.Split(paragraph, language))
            {
                var sentence = position == 0 ? whole[Dateline.LengthOf(whole)..] : whole;
                if (SummaryProse.IsSentence(sentence))
                {
                    found.Add(new SummarySentence(sentence, position, DanglingReference.On(sentence, previous, words)));
                }

                // Sentences that are passed over count too, for the same reason.
                position++;
                previous = sentence;
                if (found.Count == limit)
                {
                    return found;
                }
            }
        }

        return found;
    }

    private static string Beginning(string text) => text.Length <= MaxText ? text : text[..MaxText];
}
