using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>Holds one query against one article.</summary>
internal static class QueryMatching
{
    /// <returns>Null when the article does not match at all.</returns>
    public static Finding? Match(TopicQuery query, AnalyzedArticle article) => Match(query.Root, article);

    /// <summary>Whether the article holds a part that is words or a name.</summary>
    public static bool Holds(TopicNode leaf, AnalyzedArticle article) => leaf switch
    {
        TopicNode.Words words => PhraseSearch.Holds(words.Phrase, article),
        TopicNode.Known known => PhraseSearch.Holds(known.Concept, article),
        _ => false,
    };

    private static Finding? Match(TopicNode node, AnalyzedArticle article) => node switch
    {
        TopicNode.AllOf all => MatchAll(all.Parts, article),
        TopicNode.AnyOf any => MatchAny(any.Parts, article),
        TopicNode.Not not => Match(not.Part, article) is null ? Finding.Nothing : null,
        _ => Weigh(Find(node, article), article),
    };

    /// <summary>An article is about all of its parts as far as about the least of them.</summary>
    private static Finding? MatchAll(IReadOnlyList<TopicNode> parts, AnalyzedArticle article)
    {
        var whole = Finding.Nothing;
        foreach (var part in parts)
        {
            if (Match(part, article) is not { } finding)
            {
                return null;
            }

            var level = finding.Level < whole.Level ? finding.Level : whole.Level;
            whole = new Finding(level, Math.Min(whole.Score, finding.Score), [.. whole.Hits, .. finding.Hits]);
        }

        return whole;
    }

    /// <summary>Words and names that stand for each other count together, as one topic; other alternatives by themselves.</summary>
    private static Finding? MatchAny(IReadOnlyList<TopicNode> parts, AnalyzedArticle article)
    {
        var together = PhraseSearch.Join(parts.SelectMany(part => Find(part, article)));
        var best = Weigh(together, article);
        foreach (var part in parts)
        {
            if (part is TopicNode.AllOf && Match(part, article) is { } finding && (best is null || finding.Score > best.Score))
            {
                best = finding;
            }
        }

        return best;
    }

    private static List<Hit> Find(TopicNode node, AnalyzedArticle article) => node switch
    {
        TopicNode.Words words => PhraseSearch.Find(words.Phrase, article),
        TopicNode.Known known => PhraseSearch.Find(known.Concept, article),
        _ => [],
    };

    private static Finding? Weigh(List<Hit> hits, AnalyzedArticle article)
    {
        if (hits.Count == 0)
        {
            return null;
        }

        var score = Relevance.Score(hits, article);
        return new Finding(Relevance.Level(hits, score, article), score, hits);
    }
}
