using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>
/// How much an article is about what was found in it, by where and how often it stands there: the evidence for and against is added up
/// and becomes a share of certainty.
/// </summary>
internal static class Relevance
{
    /// <summary>From here on an article is about it: more for than against.</summary>
    public const double AboutThreshold = 0.5;

    // Fitted on the half of Reuters-21578 with even numbers, labelled by editors; `benchmarks quality` prints how well they agree.
    private const double Doubt = -0.4;
    private const double InTitle = 2;
    private const double InLede = 0.8;
    private const double InOpening = 0.4;
    private const double SoonAfter = 0.4;
    private const double ByTwoNames = 0.3;
    private const double NamedOnce = -0.9;
    private const double NamedTwice = -0.5;
    private const double NamedOften = 0.45;
    private const double Length = -0.05;

    /// <summary>Not fitted: sites give an article a dozen tags, and a roundup begins with what it is least about.</summary>
    private const double InTags = 0.4;
    private const double InRoundup = -0.8;

    /// <summary>Only in tags, a dateline or credits: never about it.</summary>
    private const double OnlyAside = -1.5;

    /// <summary>Words of a common article.</summary>
    private const double CommonLength = 400;

    /// <returns>0 to 1; more is more about it.</returns>
    public static double Score(IReadOnlyList<Hit> hits, AnalyzedArticle article)
    {
        var places = Places.Of(hits, article);
        var evidence = Doubt + ((places.IsInText ? InText(places) : OnlyAside) + (places.IsInTags ? InTags : 0));
        evidence += Length * Math.Log((article.Tokens.Length + 1) / CommonLength);
        evidence += article.IsRoundup && !places.IsInTitle ? InRoundup : 0;
        return 1 / (1 + Math.Exp(-evidence));
    }

    public static MatchLevel Level(IReadOnlyList<Hit> hits, double score, AnalyzedArticle article)
    {
        if (score < AboutThreshold)
        {
            return MatchLevel.Mention;
        }

        return hits.Any(hit => article.FieldOf(hit.First) is ArticleField.Title or ArticleField.Lede) ? MatchLevel.Headline : MatchLevel.About;
    }

    private static double InText(Places places) =>
        (places.IsInTitle ? InTitle : 0)
        + (places.IsInLede ? InLede : 0)
        + (places.WordsBefore < AnalyzedArticle.OpeningWords ? InOpening : 0)
        + (places.WordsBefore < AnalyzedArticle.EarlyWords ? SoonAfter : 0)
        + (places.HasTwoNames ? ByTwoNames : 0)
        + places.Count switch
        {
            0 => 0,
            1 => NamedOnce,
            2 => NamedTwice,
            _ => NamedOften * Math.Log(1 + places.Count),
        };

    /// <param name="Count">Hits in lede and body.</param>
    /// <param name="WordsBefore">Words of the body before the first of them.</param>
    private readonly record struct Places(bool IsInTitle, bool IsInLede, bool IsInTags, int Count, int WordsBefore, bool HasTwoNames)
    {
        public bool IsInText => IsInTitle || Count > 0;

        public static Places Of(IReadOnlyList<Hit> hits, AnalyzedArticle article)
        {
            var places = new Places { WordsBefore = int.MaxValue };
            var name = default(Term);
            for (var index = 0; index < hits.Count; index++)
            {
                var hit = hits[index];
                var field = article.FieldOf(hit.First);
                var isText = field is ArticleField.Lede or ArticleField.Body;
                var last = article.Tokens[hit.End - 1].Term;
                places = places with
                {
                    IsInTitle = places.IsInTitle || field == ArticleField.Title,
                    IsInLede = places.IsInLede || field == ArticleField.Lede,
                    IsInTags = places.IsInTags || field == ArticleField.Tags,
                    Count = places.Count + (isText ? 1 : 0),
                    WordsBefore = isText ? Math.Min(places.WordsBefore, article.WordsBefore(hit.First)) : places.WordsBefore,
                    HasTwoNames = places.HasTwoNames || (name is not null && name.Stem != last.Stem),
                };
                name = last;
            }

            return places;
        }
    }
}
