using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using NewsBot.Articles.Extraction;

namespace NewsBot.Articles.Metadata;

/// <summary>Who wrote the page: what it states for machines, unless it shows readers somebody else.</summary>
internal static class Bylines
{
    private const int MaxLineLength = 150;

    /// <summary>The names of agencies and papers are written in capitals: "NDR".</summary>
    private const int MaxAcronymLength = 5;

    /// <summary>The more an element is about the author of the article and the less about who published it, the earlier.</summary>
    private static readonly string[] MetaNames =
    [
        "article:author", "og:article:author", "parsely-author", "sailthru.author", "citation_author", "article:author_name", "author", "authors",
        "byl", "dc.creator", "dcterms.creator", "dc:creator", "cxenseparse:author", "twitter:creator:name",
    ];

    /// <param name="document">The page.</param>
    /// <param name="headline">The headline with its element.</param>
    /// <param name="context">The lines around it.</param>
    /// <param name="meta">The page's meta elements.</param>
    /// <param name="article">Its JSON-LD, or null.</param>
    /// <param name="site">The site, which is not the author where anybody else is.</param>
    public static IReadOnlyList<string> Of(IHtmlDocument document, Headline headline, HeadlineContext context, MetaTags meta, JsonLdArticle? article, Site site)
    {
        IEnumerable<string>[] statements = [article?.Authors ?? [], .. MetaNames.Select(name => meta.All(name)), meta.Labelled(BylinePhrases.Label.IsMatch)];
        var marked = AuthorElements.Marked(document, headline.Element).ToList();
        var lines = JoinLabels(context.Above).Concat(JoinLabels(context.Below)).Select(NamesIn).OfType<string>().ToList();
        var named = AuthorElements.Named(document).ToList();

        var stated = FirstNames(statements, site);
        var shown = FirstNames([marked, .. lines.Select(AsSource)], site);
        if (stated.Exists(AuthorNames.IsLikelyName) && !(shown.Exists(AuthorNames.IsPersonName) && IsShownNowhere(stated, [.. marked, .. lines, .. named])))
        {
            return stated;
        }

        if (shown.Exists(AuthorNames.IsLikelyName))
        {
            return [.. shown.Where(IsNameOrAcronym)];
        }

        var guessed = FirstNames(named.Select(AsSource), site);
        return guessed.Exists(AuthorNames.IsPersonName)
            ? [.. guessed.Where(IsNameOrAcronym)]
            : new[] { stated, shown, guessed }.FirstOrDefault(names => names.Count > 0) ?? FirstNames(statements, Site.Unknown);
    }

    private static IEnumerable<string> AsSource(string text) => [text];

    private static bool IsNameOrAcronym(string name) => AuthorNames.IsLikelyName(name) || (name.Length <= MaxAcronymLength && name.All(char.IsUpper));

    /// <summary>Who put an article online is often stated as its author, and then shown nowhere.</summary>
    private static bool IsShownNowhere(List<string> names, List<string> texts) =>
        !names.Exists(name => texts.Exists(text => text.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The names of the first source that names a person, else of the first that names anybody.</summary>
    private static List<string> FirstNames(IEnumerable<IEnumerable<string>> sources, Site site)
    {
        List<string> first = [];
        foreach (var bylines in sources)
        {
            var names = AuthorNames.Of(bylines).Where(name => !site.IsCalled(name)).ToList();
            if (names.Exists(AuthorNames.IsLikelyName))
            {
                return names;
            }

            first = first.Count == 0 ? names : first;
        }

        return first;
    }

    /// <summary>A label that is a line of its own belongs to the next: "Author:" over "Ida Holm".</summary>
    private static IEnumerable<string> JoinLabels(IReadOnlyList<PageBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            yield return i + 1 < blocks.Count && BylinePhrases.Label.IsMatch(blocks[i].Text) ? $"{blocks[i].Text} {blocks[++i].Text}" : blocks[i].Text;
        }
    }

    /// <summary>The names in a line that says that it names the author; where it says so in a word of other meanings, they must be a person's.</summary>
    private static string? NamesIn(string line)
    {
        var found = line.Length < MaxLineLength ? BylinePhrases.Line.Match(line) : Match.Empty;
        var names = found.Groups["names"].Value;
        var isSure = found.Groups["sure"].Success || found.Groups["dated"].Success;
        return found.Success && (isSure || (AuthorNames.Of([names]) is [var name, ..] && AuthorNames.IsPersonName(name))) ? names : null;
    }
}
