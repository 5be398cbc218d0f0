using System.Text.RegularExpressions;
using NewsBot.Text;

namespace NewsBot.Summaries;

/// <summary>Tells prose from what else stands in the text of a page: heads, captions, bylines, calls to read on.</summary>
internal static partial class SummaryProse
{
    private const int FewestWords = 4;

    /// <summary>Longer captions and bylines are told by their first words too.</summary>
    private const int LookedAt = 400;

    /// <summary>A sub-head ends no sentence; a caption and a byline say what they are.</summary>
    public static bool IsParagraph(string paragraph) => EndsAsSentence(paragraph) && !Furniture().IsMatch(Beginning(paragraph));

    /// <summary>Whole, with balanced quotation marks, no question, no list, and nothing that was cut off.</summary>
    public static bool IsSentence(string sentence) =>
        SummaryWords.Split(sentence).Take(FewestWords).Count() == FewestWords
        && EndsAsSentence(sentence)
        && !IsCutOff(sentence)
        && !IsShouted(sentence)
        && sentence[0] is not ('•' or '*' or '▪' or '·')
        && SentenceEnclosures.AreBalanced(sentence)
        && !SummaryQuotes.IsQuotationAlone(sentence)
        && !Furniture().IsMatch(Beginning(sentence));

    private static bool EndsAsSentence(string text)
    {
        var end = Bare(text);
        return end.Length > 0 && ".!?…。！？".Contains(end[^1], StringComparison.Ordinal);
    }

    /// <summary>Feeds end in "…" where the site goes on, and a question asks for what follows.</summary>
    private static bool IsCutOff(string sentence)
    {
        var end = Bare(sentence);
        return end[^1] is '…' || end.EndsWith("...", StringComparison.Ordinal) || sentence[^1] is '?' or '？';
    }

    private static bool IsShouted(string sentence) => sentence.Any(char.IsUpper) && !sentence.Any(char.IsLower);

    private static ReadOnlySpan<char> Bare(string text) => text.AsSpan().TrimEnd("”’»\"')]“ ");

    private static string Beginning(string text) => text.Length <= LookedAt ? text : text[..LookedAt];

    [GeneratedRegex(
        """
        ^\W*(?:(?:photo(?:graph)?|image|picture|file\ photo|video|watch|caption|credit|source|illustration|map|chart|graphic|foto|bild|quelle|imagen|fuente|vídeo|crédit\ photo|фото|відео|видео|джерело|источник|ілюстрація|иллюстрация)\b[^.!?]{0,40}:
        |(?-i:By|Von|Par|Por|Автор|(?:Additional\ )?[Rr]eporting\ by|[Ee]diting\ by|Written\ by)\s+(?-i:\p{Lu})[\p{L}.’'-]+\s+(?-i:\p{Lu})[\p{L}.’'-]+[^.!?]{0,60}\.?$
        |(?:read\ (?:more|also|the\ full)|see\ also|also\ read|related|click\ here|sign\ up|subscribe\ to|follow\ us|scroll\ down|(?:additional\ )?reporting\ by|copyright|©|all\ rights|this\ (?:article|story|report)\b|lesen\ sie|lire\ aussi|lea\ también|suscríbete|abonnieren|читайте|підписуйтесь|подписывайтесь)
        |.{0,200}(?:/(?:AFP|AP|Reuters|Getty|EPA)\b|\((?:photo|image|file|credit|pictured|picture|above|below|left|right|foto|фото)\b|\bGetty\ Images\b|\ball\ rights\ reserved\b))
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Furniture();
}
