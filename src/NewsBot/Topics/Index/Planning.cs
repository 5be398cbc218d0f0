using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>Turns a query into a plan: negations are pushed down to the words, and every word takes its literal.</summary>
internal sealed class Planning(Literals literals, LiteralKeys keys)
{
    public Plan PlanOf(TopicNode root) => PlanOf(root, isNegated: false);

    /// <summary>How the topic is reached: the literals under which it is looked at, and what is tested there.</summary>
    public static IReadOnlyList<(int Literal, long Posting)> PostingsOf(int topic, Plan plan)
    {
        if (plan is Plan.Leaf only)
        {
            return [(only.Literal, Posting.Of(topic, test: 0, several: false, program: false))];
        }

        int[] anchors = [.. plan.Anchors.Select(leaf => leaf.Literal).Distinct()];
        Plan.Leaf[] others = [.. OthersOf(plan).OfType<Plan.Leaf>()];
        var test = others.Length == 0 ? 0 : others.MinBy(leaf => leaf.Cost)!.Test;
        var posting = Posting.Of(topic, test, several: anchors.Length > 1, program: !IsFlat(plan));
        return Array.ConvertAll(anchors, literal => (literal, posting));
    }

    /// <summary>What must hold beside the part that the anchors are from.</summary>
    private static IEnumerable<Plan> OthersOf(Plan plan) => plan is Plan.Group { IsAll: true } all ? all.Parts.Where(part => part != all.Rarest) : [];

    /// <summary>Whether an anchor and one test are all: "a", "a or b", "a and b", "(a or b) and not c".</summary>
    private static bool IsFlat(Plan plan) => plan switch
    {
        Plan.Leaf => true,
        Plan.Group { IsAll: false } any => any.Parts.All(part => part is Plan.Leaf { IsNegated: false }),
        Plan.Group all => all.Parts.Count == 2 && IsFlat(all.Rarest) && all.Parts.All(part => part == all.Rarest || part is Plan.Leaf),
        _ => false,
    };

    private Plan PlanOf(TopicNode node, bool isNegated) => node switch
    {
        TopicNode.Not not => PlanOf(not.Part, !isNegated),
        TopicNode.AllOf all => Plan.Join(!isNegated, all.Parts.Select(part => PlanOf(part, isNegated))),
        TopicNode.AnyOf any => Plan.Join(isNegated, any.Parts.Select(part => PlanOf(part, isNegated))),
        _ => new Plan.Leaf(literals.Take(node), isNegated, keys.Frequency(node)),
    };
}
