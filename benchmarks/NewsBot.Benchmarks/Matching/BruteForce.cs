using NewsBot.Benchmarks.Generated;

namespace NewsBot.Benchmarks.Matching;

/// <summary>Says what an article matches by looking at every subscription, word by word: slow, and beyond doubt.</summary>
internal static class BruteForce
{
    public static List<long> Find(GeneratedArticle article, Lexicon lexicon, IReadOnlyList<Subscription> subscriptions)
    {
        var phrases = new HashSet<string>();
        foreach (var sentence in article.Sentences)
        {
            for (var index = 0; index < sentence.Length; index++)
            {
                phrases.Add(lexicon.Words[sentence[index]]);
                if (index > 0)
                {
                    phrases.Add($"{lexicon.Words[sentence[index - 1]]} {lexicon.Words[sentence[index]]}");
                }
            }
        }

        var words = phrases.Where(phrase => !phrase.Contains(' ')).ToList();
        var found = new List<long>();
        for (var index = 0; index < subscriptions.Count; index++)
        {
            if (Holds(subscriptions[index], phrases, words))
            {
                found.Add(index + 1);
            }
        }

        return found;
    }

    private static bool Holds(Subscription subscription, HashSet<string> phrases, List<string> words)
    {
        bool Stands(string[] leaf) => phrases.Contains(Subscription.Joined(leaf));
        var leaves = subscription.Leaves;
        return subscription.Kind switch
        {
            SubscriptionKind.All => Array.TrueForAll(leaves, Stands),
            SubscriptionKind.AnyButLast => Array.Exists(leaves[..^1], Stands) && !Stands(leaves[^1]),
            SubscriptionKind.Beginning => words.Exists(word => word.StartsWith(leaves[0][0], StringComparison.Ordinal)),
            _ => Stands(leaves[0]),
        };
    }
}
