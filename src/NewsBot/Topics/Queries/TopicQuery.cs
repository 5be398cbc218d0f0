
namespace NewsBot.Topics.Queries;

/// <summary>What somebody follows.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Canonical">Equal for queries that ask for the same; parsed again, it gives the same query.</param>
/// <param name="Root">What an article must hold.</param>
internal sealed record TopicQuery(string Name, string Canonical, TopicNode Root)
{
    /// <summary>
    /// Reads a topic as people type it. Text without quotes that the catalogue knows is taken with all its names. Commas mean "or".
    /// </summary>
    public static TopicParse Parse(string text) => QueryText.FindUnfit(text) ?? Read(QueryText.Clean(text), QueryLimits.Depth);

    /// <summary>Reads a stored topic. Its canonical form may be longer and deeper than what was typed; null for what is no longer a query.</summary>
    public static TopicQuery? Restore(Topic topic) =>
        Read(topic.Query, QueryLimits.Depth * 4) is TopicParse.Success { Query: var query } ? query with { Name = topic.Name } : null;

    private static TopicParse Read(string composed, int depth)
    {
        var parser = new QueryParser(composed, depth);
        if (parser.Parse() is not { } root)
        {
            return parser.Failure!;
        }

        if (FindObjection(root) is { } problem)
        {
            return new TopicParse.Failure(problem, composed, 0, composed.Length) { Edit = Narrowed(root, composed.Length) };
        }

        return new TopicParse.Success(new TopicQuery(QueryText.NameOf(root, composed), root.Canonical, root));
    }

    private static QueryProblem? FindObjection(TopicNode root) => root switch
    {
        _ when TopicTree.Contradicts(root) => QueryProblem.Contradiction,
        { IsPositive: true } => null,
        TopicNode.Source or TopicNode.Language => QueryProblem.OnlyFilters,
        TopicNode.AllOf { Parts: var parts } when parts.Any(part => part is TopicNode.Source or TopicNode.Language) => QueryProblem.OnlyFilters,
        _ => QueryProblem.OnlyNegatives,
    };

    /// <summary>Who writes "nato OR -sport" means both.</summary>
    private static QueryEdit? Narrowed(TopicNode root, int length) =>
        root is TopicNode.AnyOf { Parts: var parts } && parts.Any(part => part.IsPositive) && !TopicTree.Contradicts(root)
            ? new QueryEdit(0, length, TopicTree.All([TopicTree.Any(parts.Where(part => part.IsPositive)), .. parts.Where(part => !part.IsPositive)]).Canonical)
            : null;
}
