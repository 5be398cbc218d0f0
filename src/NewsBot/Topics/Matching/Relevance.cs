namespace NewsBot.Topics.Matching;

/// <summary>How much an article is about what was found in it, by where and how often it stands there.</summary>
internal static class Relevance
{
    /// <summary>From here on an article is about it: one place in the title or the lede, or two in a body of common length.</summary>
    public const double AboutThreshold = 0.6;

    // BM25's saturation of the weighted frequency. Weights of title and lede, k1, b and the threshold were fitted on news labelled by
    // editors and judged on news that the fit had not seen. A tag alone stays below the threshold: sites give articles a dozen of them.
    private const double TitleWeight = 4;
    private const double LedeWeight = 5;
    private const double TagWeight = 1.5;
    private const double BodyWeight = 1;
    private const double Saturation = 1.2;
    private const double LengthShare = 0.3;

    /// <summary>Words of a common article.</summary>
    private const double CommonLength = 400;

    /// <returns>0 for nothing found, towards 1 the more the article is about it.</returns>
    public static double Score(IReadOnlyList<Hit> hits, AnalyzedArticle article)
    {
        var frequency = hits.Sum(hit => Weight(article.FieldOf(hit.First)));
        var length = 1 - LengthShare + (LengthShare * article.Tokens.Length / CommonLength);
        return frequency / (frequency + (Saturation * length));
    }

    public static MatchLevel Level(IReadOnlyList<Hit> hits, double score, AnalyzedArticle article)
    {
        if (hits.Any(hit => article.FieldOf(hit.First) is ArticleField.Title or ArticleField.Lede))
        {
            return MatchLevel.Headline;
        }

        return score >= AboutThreshold ? MatchLevel.About : MatchLevel.Mention;
    }

    private static double Weight(ArticleField field) => field switch
    {
        ArticleField.Title => TitleWeight,
        ArticleField.Lede => LedeWeight,
        ArticleField.Tags => TagWeight,
        _ => BodyWeight,
    };
}
