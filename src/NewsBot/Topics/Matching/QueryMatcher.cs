using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>Matches one query against one article.</summary>
internal static class QueryMatcher
{
    /// <returns>Null when the article does not match at all.</returns>
    public static Finding? Match(TopicQuery query, AnalyzedArticle article) => Match(query.Root, article);

    /// <summary>Whether the article holds a leaf: words, a name, either in the headline, or a filter.</summary>
    public static bool Holds(TopicNode leaf, AnalyzedArticle article) => leaf switch
    {
        TopicNode.Words words => PhraseFinder.Holds(words.Phrase, article),
        TopicNode.Known known => PhraseFinder.Holds(known.Concept, article),
        TopicNode.Title => Find(leaf, article).Count > 0,
        _ => Passes(leaf, article.Text),
    };

    private static Finding? Match(TopicNode node, AnalyzedArticle article) => node switch
    {
        TopicNode.AllOf all => MatchAll(all.Parts, article),
        TopicNode.AnyOf any => MatchAny(any.Parts, article),
        TopicNode.Not not => Match(not.Part, article) is null ? Finding.Nothing : null,
        TopicNode.Source or TopicNode.Language => Passes(node, article.Text) ? Finding.Nothing : null,
        _ => Weigh(Find(node, article), article),
    };

    private static bool Passes(TopicNode filter, ArticleText article) => filter switch
    {
        TopicNode.Source source => SourceName.Fits(source.Name, article.Publisher, HostOf(article.Address)),
        TopicNode.Language language => string.Equals(article.Language, language.Code, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static string? HostOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null;

    private static Finding? MatchAll(IReadOnlyList<TopicNode> parts, AnalyzedArticle article)
    {
        var whole = Finding.Nothing;
        foreach (var part in parts)
        {
            if (Match(part, article) is not { } finding)
            {
                return null;
            }

            whole = whole.And(finding);
        }

        return whole;
    }

    /// <summary>Words and names that stand for each other count together, as one topic; other alternatives by themselves.</summary>
    private static Finding? MatchAny(IReadOnlyList<TopicNode> parts, AnalyzedArticle article)
    {
        var together = PhraseFinder.Join(parts.SelectMany(part => Find(part, article)));
        var best = Weigh(together, article);
        foreach (var part in parts)
        {
            if (!IsFindable(part) && Match(part, article) is { } finding && (best is null || finding.Score > best.Score))
            {
                best = finding;
            }
        }

        return best;
    }

    private static bool IsFindable(TopicNode node) => node is TopicNode.Words or TopicNode.Known or TopicNode.Title;

    /// <summary>Where a leaf stands; nowhere for a filter.</summary>
    public static List<Hit> Find(TopicNode node, AnalyzedArticle article) => node switch
    {
        TopicNode.Title title => [.. Find(title.Part, article).Where(hit => article.FieldOf(hit.First) == ArticleField.Title)],
        TopicNode.Words words => PhraseFinder.Find(words.Phrase, article),
        TopicNode.Known known => PhraseFinder.Find(known.Concept, article),
        _ => [],
    };

    /// <summary>What hits of one thing say; null for none.</summary>
    public static Finding? Weigh(List<Hit> hits, AnalyzedArticle article)
    {
        if (hits.Count == 0)
        {
            return null;
        }

        var score = Relevance.Score(hits, article);
        return new Finding(Relevance.Level(hits, score, article), score, hits);
    }
}
