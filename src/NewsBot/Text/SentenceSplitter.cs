using System.Buffers;

namespace NewsBot.Text;

/// <summary>
/// Splits text into sentences, verbatim. It prefers a sentence that is too long to one that is cut: it never splits inside a
/// quotation or brackets, nor after an abbreviation, an initial or within a number (en, uk, ru, de, es, fr).
/// </summary>
internal static class SentenceSplitter
{
    private const string Terminators = ".!?…";
    private const string WideTerminators = "。！？";
    private const string Closers = "”’»\"')]“";

    /// <summary>A tail this short after “…!” or “…?” is taken for who said it: “There will be war!” the minister said.</summary>
    private const int AttributionWords = 6;

    private static readonly SearchValues<char> AttributionEnds = SearchValues.Create(".!?…“„«");

    /// <summary>The sentences in order, trimmed; an empty line always ends one.</summary>
    /// <param name="text">Plain text, paragraphs joined by an empty line.</param>
    /// <param name="language">Two-letter language, or null.</param>
    public static IReadOnlyList<string> Split(string text, string? language)
    {
        var sentences = new List<string>();
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            SplitParagraph(paragraph, language, sentences);
        }

        return sentences;
    }

    private static void SplitParagraph(string paragraph, string? language, List<string> sentences)
    {
        var enclosed = SentenceEnclosures.Mark(paragraph);
        var start = 0;
        for (var i = 0; i < paragraph.Length; i++)
        {
            if (enclosed[i] || !EndsAt(paragraph, i, enclosed, language, out var end))
            {
                continue;
            }

            Add(paragraph[start..end], sentences);
            start = end;
            i = end - 1;
        }

        Add(paragraph[start..], sentences);
    }

    private static void Add(string piece, List<string> sentences)
    {
        var sentence = piece.Trim();
        if (sentence.Length > 0)
        {
            sentences.Add(sentence);
        }
    }

    /// <summary>Whether a sentence ends with the mark at <paramref name="i"/>, which stands outside of quotations.</summary>
    private static bool EndsAt(string text, int i, bool[] enclosed, string? language, out int end)
    {
        end = i + 1;
        if (WideTerminators.Contains(text[i]))
        {
            return true;
        }

        var closesQuotation = Closers.Contains(text[i]) && i > 0 && enclosed[i - 1] && Terminators.Contains(text[i - 1]);
        if (!closesQuotation && !Terminators.Contains(text[i]))
        {
            return false;
        }

        while (end < text.Length && !enclosed[end] && (Closers.Contains(text[end]) || Terminators.Contains(text[end])))
        {
            end++;
        }

        if (end == text.Length)
        {
            return true;
        }

        return char.IsWhiteSpace(text[end])
            && StartsSentence(text, end)
            && (closesQuotation
                ? text[i - 1] == '.' || !IsAttribution(text, end)
                : text[i] != '.' || end > i + 1 || !SentenceAbbreviations.KeepsGoing(text, i, language));
    }

    private static bool StartsSentence(string text, int from)
    {
        var next = text.AsSpan(from).TrimStart().TrimStart("“„«\"'‘([»¿¡—–-•* ");
        return next.Length > 0 && !char.IsLower(next[0]);
    }

    private static bool IsAttribution(string text, int from)
    {
        var tail = text.AsSpan(from).TrimStart();
        var stop = tail.IndexOfAny(AttributionEnds);
        var words = 1 + tail[..(stop < 0 ? tail.Length : stop)].Count(' ');
        return words <= AttributionWords;
    }
}
