using System.Text.RegularExpressions;
using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>Tells prose from what else stands in the text of a page: subheads, captions, bylines, calls to read on.</summary>
internal static class SummaryProse
{
    private const int MinWords = 4;

    /// <summary>Longer captions and bylines are told by their first words too. It bounds what the search may cost.</summary>
    private const int SearchedCharacters = 400;

    private static readonly Regex Furniture = BuildFurniture(SummaryWordLists.Read("page-furniture", SummaryJson.Default.PageFurniture));

    /// <summary>A subhead ends no sentence; a caption and a byline say what they are.</summary>
    public static bool IsParagraph(string paragraph) => EndsAsSentence(paragraph) && !IsFurniture(paragraph);

    /// <summary>Whole, with balanced quotation marks, no question, no list, and nothing that was cut off.</summary>
    public static bool IsSentence(string sentence) =>
        SummaryWords.Split(sentence).Take(MinWords).Count() == MinWords
        && EndsAsSentence(sentence)
        && !IsCutOff(sentence)
        && !IsShouted(sentence)
        && sentence[0] is not ('•' or '*' or '▪' or '·')
        && SentenceEnclosures.AreBalanced(sentence)
        && !SummaryQuotes.IsQuotationAlone(sentence)
        && !IsFurniture(sentence);

    private static bool EndsAsSentence(string text)
    {
        var end = WithoutClosers(text);
        return end.Length > 0 && ".!?…。！？".Contains(end[^1], StringComparison.Ordinal);
    }

    /// <summary>Feeds end in "…" where the site goes on, and a question asks for what follows.</summary>
    private static bool IsCutOff(string sentence)
    {
        var end = WithoutClosers(sentence);
        return end[^1] is '…' || end.EndsWith("...", StringComparison.Ordinal) || sentence[^1] is '?' or '？';
    }

    private static bool IsShouted(string sentence) => sentence.Any(char.IsUpper) && !sentence.Any(char.IsLower);

    private static ReadOnlySpan<char> WithoutClosers(string text) => text.AsSpan().TrimEnd("”’»\"')]“ ");

    private static bool IsFurniture(string text) => Furniture.IsMatch(text.AsSpan(0, Math.Min(text.Length, SearchedCharacters)));

    private static Regex BuildFurniture(PageFurniture words) => new(
        $$"""
        ^\W*(?:(?:{{AnyOf(words.Captions)}})\b[^.!?]{0,40}:
        |(?-i:{{AnyOf(words.Bylines)}})\s+(?-i:\p{Lu})[\p{L}.’'-]+\s+(?-i:\p{Lu})[\p{L}.’'-]+[^.!?]{0,60}\.?$
        |(?:{{AnyOf(words.Invitations)}})
        |.{0,200}(?:/(?:{{AnyOf(words.Agencies)}})\b|\((?:{{AnyOf(words.PictureNotes)}})\b|\bGetty\ Images\b|\ball\ rights\ reserved\b))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Compiled);

    private static string AnyOf(string[] words) => string.Join('|', words.Select(Regex.Escape));
}
