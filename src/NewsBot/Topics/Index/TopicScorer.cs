using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>
/// Scores topics by where the search met their literals: what topics share is looked up once an article, and no query is parsed again.
/// Says the same of a topic as <see cref="QueryMatcher"/> says of its query.
/// </summary>
internal sealed class TopicScorer(Literals literals, ConditionPrograms programs, ArticleSearch search)
{
    private readonly Dictionary<int, int> tokenByLiteral = [];
    private readonly Dictionary<int, Finding?> findingByLiteral = [];

    /// <summary>Before the topics of an article that was searched just now.</summary>
    public void Begin()
    {
        findingByLiteral.Clear();
        tokenByLiteral.Clear();
        for (var index = 0; index < search.Tokens.Length; index++)
        {
            tokenByLiteral[search.Present.Members[index]] = search.Tokens[index];
        }
    }

    /// <param name="condition">The topic's only literal, or the complement of its program.</param>
    public TopicMatch? Score(AnalyzedArticle article, long topicId, int condition)
    {
        var finding = condition > 0 ? Match(condition, article) : Match(programs[~condition], article);
        return finding is null ? null : TopicMatch.Of(finding, article, topicId);
    }

    private Finding? Match(Condition condition, AnalyzedArticle article) => condition.Kind switch
    {
        ConditionKind.All => MatchAll(condition, article),
        ConditionKind.Any => MatchAny(condition, article),
        ConditionKind.Absent => search.Present.Contains(condition.Literal) ? null : Finding.Nothing,
        _ => Match(condition.Literal, article),
    };

    private Finding? MatchAll(Condition condition, AnalyzedArticle article)
    {
        var whole = Finding.Nothing;
        foreach (var part in condition)
        {
            if (Match(part, article) is not { } finding)
            {
                return null;
            }

            whole = whole.And(finding);
        }

        return whole;
    }

    private Finding? MatchAny(Condition condition, AnalyzedArticle article)
    {
        var hits = new List<Hit>();
        Finding? best = null;
        foreach (var part in condition)
        {
            if (Match(part, article) is not { } finding)
            {
                continue;
            }

            if (part.Kind == ConditionKind.Present && finding != Finding.Nothing)
            {
                hits.AddRange(finding.Hits);
            }
            else if (best is null || finding.Score > best.Score)
            {
                best = finding;
            }
        }

        return QueryMatcher.Weigh(PhraseFinder.Join(hits), article) is { } together && !(best?.Score > together.Score) ? together : best;
    }

    private Finding? Match(int literal, AnalyzedArticle article)
    {
        if (!search.Present.Contains(literal))
        {
            return null;
        }

        if (!findingByLiteral.TryGetValue(literal, out var finding))
        {
            findingByLiteral[literal] = finding = Find(literal, article);
        }

        return finding;
    }

    private Finding? Find(int literal, AnalyzedArticle article)
    {
        var part = literals.PartOf(literal);
        if (part is not null && LiteralKeys.IsFilter(part))
        {
            return Finding.Nothing;
        }

        var hits = part is not null ? QueryMatcher.Find(part, article) : HitsOf(tokenByLiteral[literal], literals.KeyOf(literal), article);
        return QueryMatcher.Weigh(hits, article);
    }

    /// <summary>Where a word stands, or a pair of words whose second one is at the token.</summary>
    private static List<Hit> HitsOf(int token, ulong key, AnalyzedArticle article)
    {
        var places = article.Places;
        var isPair = places.Hashes[token] != key;
        var first = isPair ? token - 1 : token;
        var hits = new List<Hit>();
        for (var at = places.First(places.Hashes[first]); at >= 0; at = places.Next(at))
        {
            if (!isPair)
            {
                hits.Add(new Hit(at, 1));
            }
            else if (IsPair(at, places.Hashes[token], article))
            {
                hits.Add(new Hit(at, 2));
            }
        }

        return hits;
    }

    private static bool IsPair(int first, ulong second, AnalyzedArticle article) =>
        first + 1 < article.Tokens.Length
        && article.Places.Hashes[first + 1] == second
        && article.Tokens[first + 1].Position == article.Tokens[first].Position + 1;
}
