using System.Buffers;
using System.Text;
using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>Tells what a sentence says itself from what it quotes.</summary>
internal static class SummaryQuotes
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("“”„«»\"");

    /// <summary>Fewer words than this around a quotation name no speaker.</summary>
    private const int FewestAround = 2;

    /// <summary>The sentence without what stands in quotation marks. Brackets are part of what it says.</summary>
    public static string Outside(string sentence)
    {
        if (!sentence.AsSpan().ContainsAny(Marks))
        {
            return sentence;
        }

        var quoted = SentenceEnclosures.Mark(sentence, quotesAlone: true);
        var told = new StringBuilder(sentence.Length);
        for (var i = 0; i < sentence.Length; i++)
        {
            if (!quoted[i] && !Marks.Contains(sentence[i]))
            {
                told.Append(sentence[i]);
            }
        }

        return told.ToString().Trim(' ', ',', '.', '—', '–', '-');
    }

    /// <summary>Whether it is a quotation of which nobody says whose it is.</summary>
    public static bool IsQuotationAlone(string sentence) =>
        sentence.AsSpan().ContainsAny(Marks) && SummaryWords.Split(Outside(sentence)).Take(FewestAround).Count() < FewestAround;
}
