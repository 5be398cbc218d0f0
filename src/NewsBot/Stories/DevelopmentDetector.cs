namespace NewsBot.Stories;

/// <summary>
/// Whether an article tells of a development: its headline has a change of state that no earlier article told of, and new numbers
/// or actors with it. Another newspaper's words for the same event are none, so both are asked for.
/// </summary>
internal static class DevelopmentDetector
{
    /// <summary>Share of the headline that no earlier article has; where it is less, somebody must be new.</summary>
    private const double NewHeadline = 0.4;

    public static bool Is(ArticleVector article, IReadOnlyList<ArticleVector> earlier)
    {
        var told = earlier.Aggregate(0u, (changes, articleVector) => changes | articleVector.Changes);
        var fresh = article.TitleChanges & ~told;
        var counts = (article.TitleChanges & StateChangeWords.Counts) != 0;
        if (fresh == 0 && !counts)
        {
            return false;
        }

        var known = earlier.SelectMany(articleVector => articleVector.Terms).Select(term => term.Key).ToHashSet();
        var news = article.Terms.Where(term => term.Is(TermRole.Lead) && !known.Contains(term.Key)).ToList();
        var hasNewNumber = news.Exists(term => term.Is(TermRole.Title | TermRole.Number));
        return fresh == 0
            ? hasNewNumber
            : hasNewNumber || news.Exists(term => term.Is(TermRole.Name)) || ShareOf(news, article) >= NewHeadline;
    }

    private static double ShareOf(List<WeightedTerm> news, ArticleVector article) =>
        article.TitleWorth == 0 ? 0 : news.Where(term => term.Is(TermRole.Title)).Sum(term => term.Worth) / article.TitleWorth;
}
