using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>Turns a query into a plan: negations are pushed down to the leaves, and every leaf takes its literal.</summary>
internal sealed class QueryPlanner(Literals literals, LiteralKeys keys)
{
    private readonly List<int> anchors = [];

    /// <summary>The plan of a query, or of a part of one that is negated or not.</summary>
    public QueryPlan PlanOf(TopicNode node, bool isNegated = false) => node switch
    {
        TopicNode.Not not => PlanOf(not.Part, !isNegated),
        TopicNode.AllOf all => Join(!isNegated, all.Parts, isNegated),
        TopicNode.AnyOf any => Join(isNegated, any.Parts, isNegated),
        _ => new QueryPlan.Leaf(literals.Acquire(node), isNegated, keys.Frequency(node)),
    };

    /// <summary>The literals under which the topic is kept, valid until the next call, and the posting that goes there.</summary>
    public (IReadOnlyList<int> Anchors, Posting Posting) PostingOf(int topic, QueryPlan plan)
    {
        anchors.Clear();
        plan.AddAnchors(anchors);
        return (anchors, Posting.OfTopic(topic, TestOf(plan), isSeveral: anchors.Count > 1, hasCondition: !IsFlat(plan)));
    }

    /// <summary>The rarest word that must be present or absent beside the part that gives the anchors; 0 for none.</summary>
    private static int TestOf(QueryPlan plan)
    {
        var rarest = default(QueryPlan.Leaf);
        if (plan is QueryPlan.Group { IsAll: true } all)
        {
            foreach (var part in all.Parts)
            {
                if (part is QueryPlan.Leaf leaf && part != all.Rarest && (rarest is null || leaf.Cost < rarest.Cost))
                {
                    rarest = leaf;
                }
            }
        }

        return rarest?.Test ?? 0;
    }

    /// <summary>Whether an anchor and one test are all: "a", "a or b", "a and b", "(a or b) and not c".</summary>
    private static bool IsFlat(QueryPlan plan) => plan switch
    {
        QueryPlan.Leaf => true,
        QueryPlan.Group { IsAll: false } any => any.Parts.TrueForAll(part => part is QueryPlan.Leaf { IsNegated: false }),
        QueryPlan.Group all => all.Parts.Count == 2 && IsFlat(all.Rarest) && all.Parts.TrueForAll(part => part == all.Rarest || part is QueryPlan.Leaf),
        _ => false,
    };

    private QueryPlan Join(bool isAll, IReadOnlyList<TopicNode> nodes, bool isNegated)
    {
        var parts = new List<QueryPlan>(nodes.Count);
        foreach (var node in nodes)
        {
            var part = PlanOf(node, isNegated);
            if (part is QueryPlan.Group group && group.IsAll == isAll)
            {
                parts.AddRange(group.Parts);
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts is [var only] ? only : new QueryPlan.Group(isAll, parts);
    }
}
