using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>Turns a query into a plan: negations are pushed down to the words, and every word takes its literal.</summary>
internal sealed class Planning(Literals literals, LiteralKeys keys)
{
    private readonly List<int> anchors = [];

    /// <summary>The plan of a query, or of a part of one that is negated or not.</summary>
    public Plan PlanOf(TopicNode node, bool isNegated = false) => node switch
    {
        TopicNode.Not not => PlanOf(not.Part, !isNegated),
        TopicNode.AllOf all => Join(!isNegated, all.Parts, isNegated),
        TopicNode.AnyOf any => Join(isNegated, any.Parts, isNegated),
        _ => new Plan.Leaf(literals.Take(node), isNegated, keys.Frequency(node)),
    };

    /// <summary>How the topic is reached: the literals under which it is looked at, until the next plan; and what is tested there.</summary>
    public (IReadOnlyList<int> Literals, long Posting) PostingOf(int topic, Plan plan)
    {
        anchors.Clear();
        plan.AddAnchors(anchors);
        var posting = Posting.Of(topic, TestOf(plan), several: anchors.Count > 1, program: !IsFlat(plan));
        return (anchors, posting);
    }

    /// <summary>The rarest word that must hold, or be absent, beside the part that the anchors are from; 0 for none.</summary>
    private static int TestOf(Plan plan)
    {
        var rarest = default(Plan.Leaf);
        if (plan is Plan.Group { IsAll: true } all)
        {
            foreach (var part in all.Parts)
            {
                if (part is Plan.Leaf leaf && part != all.Rarest && (rarest is null || leaf.Cost < rarest.Cost))
                {
                    rarest = leaf;
                }
            }
        }

        return rarest?.Test ?? 0;
    }

    /// <summary>Whether an anchor and one test are all: "a", "a or b", "a and b", "(a or b) and not c".</summary>
    private static bool IsFlat(Plan plan) => plan switch
    {
        Plan.Leaf => true,
        Plan.Group { IsAll: false } any => any.Parts.TrueForAll(part => part is Plan.Leaf { IsNegated: false }),
        Plan.Group all => all.Parts.Count == 2 && IsFlat(all.Rarest) && all.Parts.TrueForAll(part => part == all.Rarest || part is Plan.Leaf),
        _ => false,
    };

    private Plan Join(bool isAll, IReadOnlyList<TopicNode> nodes, bool isNegated)
    {
        var parts = new List<Plan>(nodes.Count);
        for (var index = 0; index < nodes.Count; index++)
        {
            var part = PlanOf(nodes[index], isNegated);
            if (part is Plan.Group group && group.IsAll == isAll)
            {
                parts.AddRange(group.Parts);
            }
            else
            {
                parts.Add(part);
            }
        }

        return parts is [var only] ? only : new Plan.Group(isAll, parts);
    }
}
