using NewsBot.Benchmarks.Generated;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Matching;

/// <summary>What most bots do: lower the text once and look for every subscription's words in it. Finds substrings too.</summary>
internal sealed class ContainsLoop(IEnumerable<Subscription> subscriptions)
{
    private readonly (SubscriptionKind Kind, string[] Phrases)[] prepared =
        [.. subscriptions.Select(subscription => (subscription.Kind, Array.ConvertAll(subscription.Leaves, Subscription.Joined)))];

    public int Count(ArticleText article)
    {
        var text = $"{article.Title}\n{article.Text}".ToLowerInvariant();
        var count = 0;
        foreach (var (kind, phrases) in prepared)
        {
            count += Holds(kind, phrases, text) ? 1 : 0;
        }

        return count;
    }

    private static bool Holds(SubscriptionKind kind, string[] phrases, string text) => kind switch
    {
        SubscriptionKind.All => Array.TrueForAll(phrases, phrase => Stands(phrase, text)),
        SubscriptionKind.AnyButLast => Array.Exists(phrases, phrase => phrase != phrases[^1] && Stands(phrase, text)) && !Stands(phrases[^1], text),
        _ => Stands(phrases[0], text),
    };

    private static bool Stands(string phrase, string text) => text.Contains(phrase, StringComparison.Ordinal);
}
