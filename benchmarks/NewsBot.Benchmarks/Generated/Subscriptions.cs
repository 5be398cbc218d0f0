using NewsBot.Text;

namespace NewsBot.Benchmarks.Generated;

/// <summary>
/// Distinct subscriptions: 60 % phrases of one or two words, 25 % all of two or three, 10 % any of two or three and not another,
/// 5 % beginnings of words; a fifth of the leaves of the compound ones are phrases of two words. The words are from articles.
/// </summary>
internal sealed class Subscriptions(Lexicon lexicon, GeneratedArticle[] articles, Random random)
{
    /// <summary>People follow rare words: the rarest of so many words of an article.</summary>
    private const int Choice = 4;

    /// <summary>
    /// Who joins words means something more special: the rarest of so many words on average, so that an article matches some 70, 440 and
    /// 1,830 of the sizes measured.
    /// </summary>
    private double choiceToJoin;

    /// <summary>The most frequent words are nobody's topic.</summary>
    private const int SmallWords = 150;

    private readonly HashSet<string> taken = [];

    public IEnumerable<Subscription> Create(int count)
    {
        choiceToJoin = count < 50_000 ? 3.85 : count < 500_000 ? 4.65 : 7.7;
        while (taken.Count < count)
        {
            var subscription = Next();
            var isWhole = subscription.Kind is SubscriptionKind.Phrase or SubscriptionKind.Beginning || subscription.Leaves.Length > 1;
            if (isWhole && taken.Add(subscription.Query))
            {
                yield return subscription;
            }
        }
    }

    private Subscription Next() => random.Next(100) switch
    {
        < 60 => new(SubscriptionKind.Phrase, [random.Next(2) == 0 ? Word(Article()) : Pair(Article())]),
        < 85 => All(),
        < 95 => new(SubscriptionKind.AnyButLast, Distinct(3 + random.Next(2), () => Leaf(Article()))),
        _ => new(SubscriptionKind.Beginning, [[Beginning()]]),
    };

    private Subscription All()
    {
        var article = Article();
        return new(SubscriptionKind.All, Distinct(2 + random.Next(2), () => Leaf(article)));
    }

    private static string[][] Distinct(int count, Func<string[]> leaf) =>
        [.. Enumerable.Range(0, count).Select(_ => leaf()).DistinctBy(Subscription.Joined)];

    private GeneratedArticle Article() => articles[random.Next(articles.Length)];

    private string[] Leaf(GeneratedArticle article) => random.Next(5) == 0 ? Pair(article) : Word(article, (int)(choiceToJoin + random.NextDouble()));

    private string[] Word(GeneratedArticle article, int choice = Choice)
    {
        var rank = 0;
        for (var index = 0; index < choice || rank < SmallWords; index++)
        {
            var sentence = article.Sentences[random.Next(article.Sentences.Length)];
            rank = Math.Max(rank, sentence[random.Next(sentence.Length)]);
        }

        return [lexicon.Words[rank]];
    }

    private string[] Pair(GeneratedArticle article)
    {
        while (true)
        {
            var sentence = article.Sentences[random.Next(article.Sentences.Length)];
            var first = random.Next(sentence.Length - 1);
            if (sentence[first] >= SmallWords || sentence[first + 1] >= SmallWords)
            {
                return [lexicon.Words[sentence[first]], lexicon.Words[sentence[first + 1]]];
            }
        }
    }

    private string Beginning()
    {
        while (true)
        {
            var word = Word(Article())[0];
            var beginning = word[..Math.Min(word.Length, 4 + random.Next(Math.Max(1, word.Length - 4)))];
            if (beginning.Length >= 4 && !StopWords.Contains(beginning))
            {
                return beginning;
            }
        }
    }
}
