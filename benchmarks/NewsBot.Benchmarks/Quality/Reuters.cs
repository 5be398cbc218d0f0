using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Quality;

/// <summary>
/// Reads the collection Reuters-21578 (reut2-000.sgm to reut2-021.sgm), which lies outside of the project: it may be used for research
/// and not be passed on.
/// </summary>
internal static partial class Reuters
{
    public static IEnumerable<LabelledArticle> Read(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "reut2-*.sgm").Order(StringComparer.Ordinal))
        {
            foreach (System.Text.RegularExpressions.Match article in Articles().Matches(File.ReadAllText(file, Encoding.Latin1)))
            {
                // What was not parted into title and text cannot be judged by where a name stands.
                if (article.Value.Contains("<BODY>", StringComparison.Ordinal))
                {
                    yield return new LabelledArticle(int.Parse(article.Groups[1].ValueSpan, CultureInfo.InvariantCulture), TextOf(article.Value), LabelsOf(article.Value));
                }
            }
        }
    }

    private static HashSet<string> LabelsOf(string article) =>
    [
        .. Labels().Matches(article).SelectMany(field => Label().Matches(field.Groups[2].Value)
            .Select(label => $"{field.Groups[1].Value.ToLowerInvariant()}:{label.Groups[1].Value}")),
    ];

    /// <summary>As a feed would give it: the dateline begins the text, and indented lines begin paragraphs.</summary>
    private static ArticleText TextOf(string article)
    {
        var body = Part(article, "DATELINE").TrimStart() + Part(article, "BODY");
        var paragraphs = body.Replace("\r", "", StringComparison.Ordinal).Replace("\n    ", "\n\n", StringComparison.Ordinal);
        return new ArticleText(Part(article, "TITLE"), null, LineEnds().Replace(paragraphs, " ").Trim(), []);
    }

    private static string Part(string article, string name)
    {
        var start = article.IndexOf($"<{name}>", StringComparison.Ordinal);
        var end = article.IndexOf($"</{name}>", StringComparison.Ordinal);
        return start < 0 || end < 0 ? "" : WebUtility.HtmlDecode(article[(start + name.Length + 2)..end]);
    }

    [GeneratedRegex("<REUTERS[^>]*NEWID=\"(\\d+)\">.*?</REUTERS>", RegexOptions.Singleline)]
    private static partial Regex Articles();

    [GeneratedRegex("<(PLACES|PEOPLE|ORGS)>(.*?)</\\1>")]
    private static partial Regex Labels();

    [GeneratedRegex("<D>(.*?)</D>")]
    private static partial Regex Label();

    [GeneratedRegex("(?<!\n)\n(?!\n)")]
    private static partial Regex LineEnds();
}
