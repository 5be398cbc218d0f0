namespace NewsBot.Topics.Queries;

/// <summary>
/// Joins parts of a query so that the order, repetitions, superfluous parts and brackets of the typed text do not matter.
/// </summary>
internal static class TopicTree
{
    public static TopicNode All(IEnumerable<TopicNode> parts)
    {
        if (parts is IReadOnlyList<TopicNode> and [var whole])
        {
            return whole;
        }

        var distinct = Distinct(parts.SelectMany(part => part is TopicNode.AllOf all ? all.Parts : [part]), part => (part as TopicNode.AnyOf)?.Parts);
        return distinct is [var only] ? only : new TopicNode.AllOf(distinct);
    }

    public static TopicNode Any(IEnumerable<TopicNode> parts)
    {
        if (parts is IReadOnlyList<TopicNode> and [var whole])
        {
            return whole;
        }

        var distinct = Distinct(parts.SelectMany(part => part is TopicNode.AnyOf any ? any.Parts : [part]), part => (part as TopicNode.AllOf)?.Parts);
        return distinct is [var only] ? only : new TopicNode.AnyOf(distinct);
    }

    /// <summary>Pushed down to the leaves (De Morgan), so that "-(a OR b)" and "-a -b" are one.</summary>
    public static TopicNode Negate(TopicNode part) => part switch
    {
        TopicNode.Not twice => twice.Part,
        TopicNode.AllOf all => Any(all.Parts.Select(Negate)),
        TopicNode.AnyOf any => All(any.Parts.Select(Negate)),
        _ => new TopicNode.Not(part),
    };

    /// <summary>Pushed down to the words and names; a filter asks for the same as before.</summary>
    public static TopicNode InTitle(TopicNode part) => part switch
    {
        TopicNode.AllOf all => All(all.Parts.Select(InTitle)),
        TopicNode.AnyOf any => Any(any.Parts.Select(InTitle)),
        TopicNode.Not not => Negate(InTitle(not.Part)),
        TopicNode.Words or TopicNode.Known => new TopicNode.Title(part),
        _ => part,
    };

    /// <summary>Whether it requires and excludes the same thing: then nothing matches, or everything does.</summary>
    public static bool Contradicts(TopicNode node) => node switch
    {
        TopicNode.AllOf all => HasOpposites(all.Parts) || all.Parts.Any(Contradicts),
        TopicNode.AnyOf any => HasOpposites(any.Parts) || any.Parts.Any(Contradicts),
        _ => false,
    };

    private static bool HasOpposites(IReadOnlyList<TopicNode> parts)
    {
        var negated = parts.OfType<TopicNode.Not>().Select(not => not.Part.Canonical).ToHashSet();
        return negated.Count > 0 && parts.Any(part => negated.Contains(part.Canonical));
    }

    /// <summary>Each part once, sorted, and without those that another makes redundant: "a OR (a AND b)" is "a".</summary>
    private static List<TopicNode> Distinct(IEnumerable<TopicNode> parts, Func<TopicNode, IReadOnlyList<TopicNode>?> membersOf)
    {
        var distinct = parts
            .Select(part => (Part: part, part.Canonical))
            .DistinctBy(part => part.Canonical)
            .OrderBy(part => !part.Part.IsPositive)
            .ThenBy(part => part.Canonical, StringComparer.Ordinal)
            .Select(part => (part.Part, Members: membersOf(part.Part)?.Select(member => member.Canonical).ToHashSet() ?? [part.Canonical]))
            .ToList();
        return [.. distinct
            .Where(part => part.Members.Count == 1 || !distinct.Exists(other => other.Members.Count < part.Members.Count && other.Members.IsSubsetOf(part.Members)))
            .Select(part => part.Part)];
    }
}
