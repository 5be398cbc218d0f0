using NewsBot.Stories.Vectors;
using NewsBot.Stories.Words;

namespace NewsBot.Stories.Clustering;

/// <summary>
/// Whether an article tells of a development: its headline has a change of state that no earlier article told of, and new numbers or
/// actors with it. Another newspaper's words for the same event are none, so both are asked for.
/// </summary>
internal static class DevelopmentDetector
{
    /// <summary>Share of the headline that no earlier article has; where it is less, somebody must be new.</summary>
    private const double NewHeadline = 0.4;

    public static bool IsDevelopment(ArticleVector article, IEnumerable<ArticleVector> earlier)
    {
        var (told, known) = (0u, new HashSet<uint>());
        foreach (var vector in earlier)
        {
            told |= vector.Changes;
            known.UnionWith(vector.Terms.Select(term => term.Key));
        }

        var hasNewChange = (article.TitleChanges & ~told) != 0;
        var hasCount = (article.TitleChanges & StateChangeWords.Counts) != 0;
        if (!hasNewChange && !hasCount)
        {
            return false;
        }

        var news = article.Terms.Where(term => term.Has(TermRole.Opening) && !known.Contains(term.Key)).ToList();
        var hasNewNumber = news.Exists(term => term.Has(TermRole.Title | TermRole.Number));
        return hasNewNumber || (hasNewChange && (news.Exists(term => term.Has(TermRole.Name)) || ShareOfTitle(news, article) >= NewHeadline));
    }

    private static double ShareOfTitle(List<WeightedTerm> news, ArticleVector article) =>
        article.TitleIdf <= 0 ? 0 : news.Where(term => term.Has(TermRole.Title)).Sum(term => (float)term.Idf) / article.TitleIdf;
}
