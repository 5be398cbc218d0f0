using NewsBot.Benchmarks.Generated;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Matching;

/// <summary>What most bots do: lower the text once and look for every subscription's words in it. Finds substrings too.</summary>
internal static class ContainsLoop
{
    public static int Count(ArticleText article, IReadOnlyList<Subscription> subscriptions)
    {
        var text = $"{article.Title}\n{article.Text}".ToLowerInvariant();
        var count = 0;
        for (var index = 0; index < subscriptions.Count; index++)
        {
            count += Holds(subscriptions[index], text) ? 1 : 0;
        }

        return count;
    }

    private static bool Holds(Subscription subscription, string text)
    {
        var leaves = subscription.Leaves;
        switch (subscription.Kind)
        {
            case SubscriptionKind.All:
                return Array.TrueForAll(leaves, leaf => Stands(leaf, text));
            case SubscriptionKind.AnyButLast:
                return !Stands(leaves[^1], text) && Array.FindIndex(leaves, leaf => Stands(leaf, text)) is >= 0 and var first && first < leaves.Length - 1;
            default:
                return Stands(leaves[0], text);
        }
    }

    private static bool Stands(string[] leaf, string text) => text.Contains(leaf.Length == 1 ? leaf[0] : Subscription.Joined(leaf), StringComparison.Ordinal);
}
