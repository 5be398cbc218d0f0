namespace NewsBot.Topics.Queries;

/// <summary>Joins parts of a query so that the order, repetitions and superfluous brackets of the typed text leave no trace.</summary>
internal static class TopicTree
{
    public static TopicNode All(IEnumerable<TopicNode> parts)
    {
        var distinct = Distinct(parts.SelectMany(part => part is TopicNode.AllOf all ? all.Parts : [part]));
        return distinct is [var only] ? only : new TopicNode.AllOf(distinct);
    }

    public static TopicNode Any(IEnumerable<TopicNode> parts)
    {
        var distinct = Distinct(parts.SelectMany(part => part is TopicNode.AnyOf any ? any.Parts : [part]));
        return distinct is [var only] ? only : new TopicNode.AnyOf(distinct);
    }

    public static TopicNode Negate(TopicNode part) => part is TopicNode.Not twice ? twice.Part : new TopicNode.Not(part);

    /// <summary>Whether every choice of the query can be looked for: an alternative that asks for nothing would match every article.</summary>
    public static bool CanBeLookedFor(TopicNode root) => root.IsPositive && ChoicesAsk(root);

    private static bool ChoicesAsk(TopicNode node) => node switch
    {
        TopicNode.AnyOf any => any.IsPositive && any.Parts.All(ChoicesAsk),
        TopicNode.AllOf all => all.Parts.All(ChoicesAsk),
        TopicNode.Not not => ChoicesAsk(not.Part),
        _ => true,
    };

    private static List<TopicNode> Distinct(IEnumerable<TopicNode> parts) =>
        [.. parts.DistinctBy(part => part.Canonical).OrderBy(part => !part.IsPositive).ThenBy(part => part.Canonical, StringComparer.Ordinal)];
}
