using System.Text.RegularExpressions;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.Metadata;
using NewsBot.Articles.RelatedPosts;
using NewsBot.Content.Html;
using NewsBot.Text;

namespace NewsBot.Articles;

/// <summary>
/// Reads a news page that is plain text: kickers, headline, perhaps a byline and a date, the body with sub-heads,
/// perhaps the author's name and life, and lists of other posts.
/// </summary>
internal static partial class PlainTextPageReader
{
    private const int MaxLines = 10_000;
    private const int MaximumTitle = 250;
    private const int MaximumSubheadWords = 14;

    public static PageContent Read(string text, DateTimeOffset now)
    {
        var lines = Lines(text);
        var (kickers, title, next) = Top(lines);
        var front = lines.Skip(next).TakeWhile(line => IsFront(line, now)).ToList();
        var rest = lines.Skip(next + front.Count).ToList();
        var listing = PlainTextRelatedPosts.StartIn(rest);
        var body = PageBody.Of(AsBlocks([.. rest.Take(listing).Where(line => !IsTags(line))]), title);
        var bylines = front.Where(line => Byline().IsMatch(line)).Concat(body.Author is null ? [] : [body.Author]);
        return new PageContent(
            Address: null,
            title,
            AuthorNames.Of(bylines),
            front.Select(line => PageDates.Stated(line, now)).FirstOrDefault(date => date is not null),
            LanguageDetector.Detect(body.Text)?.Code,
            Site: null,
            [.. kickers.Concat(rest.Where(IsTags).SelectMany(SplitTags)).Distinct(StringComparer.OrdinalIgnoreCase)],
            body.Lede,
            body.Text,
            body.Subheads,
            PlainTextRelatedPosts.Read(rest.Skip(listing)),
            [.. Warnings(title, body)]);
    }

    /// <summary>Paragraphs folded to a line each. Where no line is empty, every line is a paragraph.</summary>
    private static List<string> Lines(string text)
    {
        var plain = text.ReplaceLineEndings("\n").Trim();
        var separator = EmptyLine().IsMatch(plain) ? EmptyLine() : LineBreak();
        return [.. separator.Split(plain).Select(part => DisplayText.Fold(part)).Where(part => part.Length > 0).Take(MaxLines)];
    }

    /// <summary>The headline is the first line that is longer than a label; short labels above it are kickers.</summary>
    private static (List<string> Kickers, string Title, int Next) Top(List<string> lines)
    {
        var kickers = new List<string>();
        var i = 0;
        while (i + 1 < lines.Count && kickers.Count < 3 && IsKicker(lines[i], lines[i + 1]))
        {
            kickers.AddRange(lines[i].Split(['>', '/', '|', '›', '»'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            i++;
        }

        var hasTitle = i < lines.Count && lines[i].Length <= MaximumTitle && !(lines[i].EndsWith('.') && lines[i].Length > 120);
        return hasTitle ? (kickers, lines[i], i + 1) : (kickers, "", i);
    }

    private static bool IsKicker(string line, string next) =>
        DisplayText.CountWords(line) <= 4
        && line.Length <= 40
        && !DisplayText.EndsAsSentence(line)
        && !next.EndsWith('.')
        && !Byline().IsMatch(next)
        && DisplayText.CountWords(next) > DisplayText.CountWords(line);

    /// <summary>What may stand between headline and body: byline, date, age, reading time.</summary>
    private static bool IsFront(string line, DateTimeOffset now) =>
        line.Length <= 120
        && !line.EndsWith('.')
        && (Byline().IsMatch(line) || RelativeAge.Is(line) || ReadingTime().IsMatch(line) || BoilerplateText.IsMatch(line)
            || (DisplayText.CountWords(line) <= 8 && PageDates.Stated(line, now) is not null));

    private static IEnumerable<Block> AsBlocks(List<string> lines) =>
        lines.Select((line, i) => new Block(line, IsSubhead(line, i + 1 < lines.Count ? lines[i + 1] : null)));

    /// <summary>A short line without the end of a sentence, over a paragraph.</summary>
    private static bool IsSubhead(string line, string? next) =>
        next is not null
        && DisplayText.CountWords(line) <= MaximumSubheadWords
        && (!DisplayText.EndsAsSentence(line) || (line.EndsWith('?') && DisplayText.CountWords(line) <= 8))
        && next.Length > line.Length;

    private static bool IsTags(string line) => line.Length < 300 && Tags().IsMatch(line);

    private static IEnumerable<string> SplitTags(string line) =>
        Tags().Replace(line, "").Split([',', ';', '|', '#'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Warnings(string title, PageBody body)
    {
        if (title.Length == 0)
        {
            yield return "The page has no headline.";
        }

        if (body.Blocks.Count == 0)
        {
            yield return "The page has no text that reads as an article.";
        }
    }

    [GeneratedRegex(@"\n[^\S\n]*\n\s*", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"\n", RegexOptions.CultureInvariant)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^(By|Written by|Von|Par|Por|Автор|Текст|Autor|Autora|Auteur)(\s*:\s*|\s+)\p{Lu}[^.!?]{1,90}$", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^\W*\d{1,3}\s*(min(ute)?s?|minuten|minutos|хв\w*|мин\w*)\b[\s.]*(read|reading|lesezeit|de lectura|de lecture|читання|чтения)?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReadingTime();

    [GeneratedRegex(@"^(tags?|topics?|keywords?|schlagwörter|themen|etiquetas|mots[- ]clés|теги|темы|теми)\s*:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
