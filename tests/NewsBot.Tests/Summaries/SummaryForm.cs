using System.Text.RegularExpressions;
using NewsBot.Summaries;

namespace NewsBot.Tests.Summaries;

/// <summary>
/// The form that a summary must have, checked from outside: with none of the code that chooses the sentences.
/// The benchmark program compiles this file too.
/// </summary>
internal static partial class SummaryForm
{
    private const string Ends = ".!。！";

    /// <summary>What is wrong with a summary; nothing for a good one.</summary>
    /// <param name="sentences">The summary.</param>
    /// <param name="title">The article's headline.</param>
    /// <param name="text">Its text, paragraphs divided by empty lines.</param>
    /// <param name="options">The limits.</param>
    public static IEnumerable<string> Faults(IReadOnlyList<string> sentences, string title, string text, SummaryOptions options)
    {
        if (sentences.Count > options.Sentences || string.Join(' ', sentences).Length > options.Characters)
        {
            yield return "It is over the limits";
        }

        var end = -1;
        foreach (var sentence in sentences)
        {
            var start = text.IndexOf(sentence, Math.Max(0, end), StringComparison.Ordinal);
            foreach (var fault in start < 0 ? ["It is not verbatim, or out of order"] : FaultsOf(sentence, title, text, start, end))
            {
                yield return $"{fault}: {sentence}";
            }

            end = start + sentence.Length;
        }
    }

    private static IEnumerable<string> FaultsOf(string sentence, string title, string text, int start, int previousEnd)
    {
        var told = Quotation().Replace(sentence, " ").Trim(' ', ',', '.');
        var before = text[..start].TrimEnd();
        var isBeside = previousEnd >= 0 && before.Length <= previousEnd;
        var paragraph = text[(before.Length == 0 ? 0 : text.LastIndexOf("\n\n", start, StringComparison.Ordinal) + 1)..start].Trim();
        (bool IsFault, string What)[] rules =
        [
            (before.Length > 0 && paragraph.Length > 0 && !(start < 100 && Dateline().IsMatch(before)) && !".!?…。！？”\"»)’".Contains(before[^1], StringComparison.Ordinal), "It begins within a sentence"),
            (!Ends.Contains(sentence.TrimEnd('”', '"', '»', ')', '’', '“', ']')[^1], StringComparison.Ordinal), "It does not end as a sentence"),
            (sentence.Count(sign => sign == '"') % 2 != 0, "A quotation mark has no partner"),
            (sentence.Contains("\n\n", StringComparison.Ordinal), "It reaches over paragraphs"),
            (Furniture().IsMatch(sentence), "It is a caption, a byline or a call"),
            (Words(sentence).Count < 4, "It is a head"),
            (RepeatsAlone(sentence, title), "It only repeats the headline"),
            (told.Length < 6, "A quotation without its speaker"),
            (!isBeside && (Bare().IsMatch(told) || BareSpeaker().IsMatch(told)), "A pronoun without its antecedent"),
            (!isBeside && told.Any(char.IsDigit) && !Source().IsMatch(told) && Source().IsMatch(LastSentence(paragraph)), "A number without its source"),
        ];
        return rules.Where(rule => rule.IsFault).Select(rule => rule.What);
    }

    /// <summary>All but two words of it stand in the headline, and most of the headline in it.</summary>
    private static bool RepeatsAlone(string sentence, string title)
    {
        var (said, known) = (Words(sentence), Words(title).ToHashSet());
        return known.Count > 2 && 2 * said.Count(known.Contains) >= known.Count && said.Count(word => !known.Contains(word)) <= 2;
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static string LastSentence(string paragraph) => SentenceEnd().Split(paragraph)[^1];

    [GeneratedRegex(@"(?<=[.!?][”""]?)\s+(?=[\p{Lu}“""])")]
    private static partial Regex SentenceEnd();

    /// <summary>What may be left out before the first sentence: "BUDAPEST (Meridian Wire) —".</summary>
    [GeneratedRegex(@"^[\p{Lu}(][^!?;]*(?:--|[-–—])$")]
    private static partial Regex Dateline();

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    [GeneratedRegex("“[^“”]*”|\"[^\"]*\"|«[^«»]*»")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^(?:he|she|they|it|this|that|these|those|his|her|their|its|but|and|however|also|instead|therefore|we|i|my|our)\b|^[^,]{1,80}, (?:he|she|they|it)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bare();

    [GeneratedRegex(@"^(?:(?:said|says|added|wrote|told) )?(?:he|she|they)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BareSpeaker();

    [GeneratedRegex(@"\b(?:said|says|told|according to|reported|claimed|announced|confirmed)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Source();

    [GeneratedRegex(@"^(?:photo|image|picture|video|caption|credit|source|read more|see also|click here|sign up|follow us|copyright)\b[^.]{0,30}:|^(?:By|Reporting by) \p{Lu}\w+ \p{Lu}\w+\.?$|/(?:AFP|AP|Reuters|Getty)\b|Getty Images|\((?:photo|image|pictured)\b|all rights reserved", RegexOptions.IgnoreCase)]
    private static partial Regex Furniture();
}
