namespace NewsBot.Articles.Stories;

/// <summary>
/// Whether an article tells of a development: its headline has a change of state that no earlier article told of, and new numbers
/// or actors with it. Another newspaper's words for the same event are none, so both are asked for.
/// </summary>
internal static class StoryDevelopment
{
    /// <summary>Share of the headline that no earlier article has; where it is less, somebody must be new.</summary>
    private const double NewHeadline = 0.4;

    public static bool Is(StoryArticle article, IReadOnlyList<StoryArticle> earlier)
    {
        var told = earlier.Aggregate(0u, (changes, one) => changes | one.Changes);
        var fresh = article.TitleChanges & ~told;
        var counts = (article.TitleChanges & StoryChanges.Counts) != 0;
        if (fresh == 0 && !counts)
        {
            return false;
        }

        var known = earlier.SelectMany(one => one.Terms).Select(term => term.Key).ToHashSet();
        var news = article.Terms.Where(term => term.Is(TermRole.Lead) && !known.Contains(term.Key)).ToList();
        var hasNewNumber = news.Exists(term => term.Is(TermRole.Title | TermRole.Number));
        return fresh == 0
            ? hasNewNumber
            : hasNewNumber || news.Exists(term => term.Is(TermRole.Name)) || ShareOf(news, article) >= NewHeadline;
    }

    private static double ShareOf(List<StoryTerm> news, StoryArticle article) =>
        article.TitleWorth == 0 ? 0 : news.Where(term => term.Is(TermRole.Title)).Sum(term => term.Worth) / article.TitleWorth;
}
