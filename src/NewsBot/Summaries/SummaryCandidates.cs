using System.Text.RegularExpressions;
using NewsBot.TextAnalysis;

namespace NewsBot.Summaries;

/// <summary>The sentences of an article that may stand in its summary: prose, whole, with balanced quotes.</summary>
internal static partial class SummaryCandidates
{
    private const int FewestWords = 4;

    /// <summary>A question this short that stands alone is a sub-head.</summary>
    private const int LongestQuestionHead = 8;

    /// <summary>The first <paramref name="limit"/> of them in the text's order.</summary>
    public static IReadOnlyList<SummarySentence> Of(string text, string? language, int limit)
    {
        var found = new List<SummarySentence>();
        var position = 0;
        var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var paragraph in paragraphs.Where(IsProse))
        {
            foreach (var sentence in SentenceSplitter.Split(paragraph, language))
            {
                if (IsWhole(sentence))
                {
                    found.Add(new SummarySentence(sentence, position, SummaryPronouns.LeanOnPrevious(sentence, language)));
                }

                // Sentences that are passed over count too: what leans on one of them has lost its antecedent.
                position++;
                if (found.Count == limit)
                {
                    return found;
                }
            }
        }

        return found;
    }

    /// <summary>A sub-head ends no sentence; a caption and a byline say what they are.</summary>
    private static bool IsProse(string paragraph) =>
        EndsAsSentence(paragraph)
        && !(paragraph.EndsWith('?') && Words(paragraph) <= LongestQuestionHead)
        && !Caption().IsMatch(paragraph);

    private static bool IsWhole(string sentence) =>
        Words(sentence) >= FewestWords && EndsAsSentence(sentence) && SentenceEnclosures.AreBalanced(sentence);

    private static bool EndsAsSentence(string text)
    {
        var end = text.AsSpan().TrimEnd("”’»\"')]“ ");
        return end.Length > 0 && ".!?…。！？".Contains(end[^1], StringComparison.Ordinal);
    }

    private static int Words(string text) => SummaryWords.Split(text).Count();

    [GeneratedRegex(
        """
        ^\W*(?:(?:photo(?:graph)?|image|picture|file\ photo|video|watch|caption|credit|source|illustration|foto|bild|quelle|imagen|fuente|vídeo|crédit\ photo|фото|відео|видео|джерело|источник|ілюстрація|иллюстрация)\b[^.!?]{0,40}:
        |(?:by|von|par|por|автор)\s+\p{Lu}[\p{L}.’'-]+\s+\p{Lu}[\p{L}.’'-]+[^.!?]{0,60}\.?$
        |(?:read\ (?:more|also)|see\ also|also\ read|related|lesen\ sie\ auch|lire\ aussi|lea\ también|читайте\ також|читайте\ также)\b
        |.{0,200}(?:/(?:AFP|AP|Reuters|Getty|EPA)\b|\((?:photo|image|file|credit|foto|фото)\b|\bGetty\ Images\b))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Caption();
}
