using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Queries;

/// <summary>What somebody follows.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Canonical">Equal for queries that ask for the same; parsed again, it gives the same query.</param>
/// <param name="Root">What an article must hold.</param>
internal sealed record TopicQuery(string Name, string Canonical, TopicNode Root)
{
    /// <summary>
    /// Reads a topic as people type it. Text without quotes that the catalogue knows is taken with all its names.
    /// </summary>
    public static TopicParse Parse(string text)
    {
        if (FindUnfit(text) is { } unfit)
        {
            return unfit;
        }

        return Read(Tokenizer.Compose(text));
    }

    /// <summary>Reads a stored topic. Its canonical form may be longer than what was typed; null for what is no query any more.</summary>
    public static TopicQuery? Restore(Topic topic) =>
        Read(topic.Query) is TopicParse.Success { Query: var query } ? query with { Name = topic.Name } : null;

    private static TopicParse Read(string composed)
    {
        var parser = new QueryParser(composed);
        if (parser.Parse() is not { } root)
        {
            return parser.Failure!;
        }

        return TopicTree.CanBeLookedFor(root)
            ? new TopicParse.Success(new TopicQuery(NameOf(root, composed), root.Canonical, root))
            : Refusals.Refuse(QueryProblem.OnlyNegatives, 0);
    }

    private static TopicParse.Failure? FindUnfit(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Refusals.Refuse(QueryProblem.Empty, 0);
        }

        if (text.Length > QueryLimits.Characters)
        {
            return Refusals.Refuse(QueryProblem.TooLong, QueryLimits.Characters);
        }

        var markup = text.AsSpan().IndexOfAny('<', '>');
        return markup < 0 ? null : Refusals.Refuse(QueryProblem.Markup, markup);
    }

    private static string NameOf(TopicNode root, string typed) => root is TopicNode.Known known
        ? known.Concept.Name
        : string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Trim(',', ' ');
}
