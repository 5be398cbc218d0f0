using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using NewsBot.Benchmarks.Generated;

namespace NewsBot.Benchmarks.Matching;

/// <summary>
/// Lucene.NET as a percolator: the article becomes an index in memory, and the queries that are kept under one of its words run on it.
/// </summary>
internal sealed class LuceneMatcher : IDisposable
{
    private const string Field = "text";
    private const int ShortestBeginning = 4;

    private readonly Dictionary<string, List<(long Id, Query Query)>> byWord = [];
    private readonly SimpleWords analyzer = new();

    public LuceneMatcher(IReadOnlyList<Subscription> subscriptions, Lexicon lexicon)
    {
        var ranks = lexicon.Words.Select((word, rank) => (word, rank)).ToDictionary(pair => pair.word, pair => pair.rank);
        for (var index = 0; index < subscriptions.Count; index++)
        {
            foreach (var word in AnchorsOf(subscriptions[index], ranks))
            {
                if (!byWord.TryGetValue(word, out var kept))
                {
                    byWord[word] = kept = [];
                }

                kept.Add((index + 1, QueryOf(subscriptions[index])));
            }
        }
    }

    public void Dispose() => analyzer.Dispose();

    public List<long> Find(GeneratedArticle article, Lexicon lexicon)
    {
        using var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)))
        {
            var document = new Document();
            foreach (var sentence in article.Sentences)
            {
                document.Add(new TextField(Field, string.Join(' ', sentence.Select(rank => lexicon.Words[rank])), Lucene.Net.Documents.Field.Store.NO));
            }

            writer.AddDocument(document);
        }

        using var reader = DirectoryReader.Open(directory);
        var searcher = new IndexSearcher(reader);
        var found = new HashSet<long>();
        foreach (var (id, query) in Candidates(article, lexicon))
        {
            if (!found.Contains(id) && searcher.Search(query, 1).TotalHits > 0)
            {
                found.Add(id);
            }
        }

        return [.. found.Order()];
    }

    private IEnumerable<(long Id, Query Query)> Candidates(GeneratedArticle article, Lexicon lexicon) =>
        article.Sentences.SelectMany(sentence => sentence).Distinct().Select(rank => lexicon.Words[rank])
            .SelectMany(word => word.Length < ShortestBeginning ? [word] : new[] { word, word[..ShortestBeginning] + "*" })
            .Distinct()
            .SelectMany(word => byWord.GetValueOrDefault(word, []));

    private static IEnumerable<string> AnchorsOf(Subscription subscription, Dictionary<string, int> ranks) => subscription.Kind switch
    {
        SubscriptionKind.Beginning => [subscription.Leaves[0][0][..ShortestBeginning] + "*"],
        SubscriptionKind.AnyButLast => subscription.Leaves[..^1].Select(leaf => Rarest(leaf, ranks)).Distinct(),
        _ => [Rarest(subscription.Leaves.SelectMany(leaf => leaf), ranks)],
    };

    private static string Rarest(IEnumerable<string> words, Dictionary<string, int> ranks) => words.MaxBy(word => ranks[word])!;

    private static Query QueryOf(Subscription subscription)
    {
        var leaves = subscription.Leaves;
        switch (subscription.Kind)
        {
            case SubscriptionKind.Beginning:
                return new PrefixQuery(new Term(Field, leaves[0][0]));
            case SubscriptionKind.Phrase:
                return LeafOf(leaves[0]);
            case SubscriptionKind.All:
                return Joined(leaves, Occur.MUST);
            default:
                return new BooleanQuery { { Joined(leaves[..^1], Occur.SHOULD), Occur.MUST }, { LeafOf(leaves[^1]), Occur.MUST_NOT } };
        }
    }

    private static BooleanQuery Joined(string[][] leaves, Occur occur)
    {
        var query = new BooleanQuery();
        foreach (var leaf in leaves)
        {
            query.Add(LeafOf(leaf), occur);
        }

        return query;
    }

    private static Query LeafOf(string[] leaf)
    {
        if (leaf.Length == 1)
        {
            return new TermQuery(new Term(Field, leaf[0]));
        }

        var phrase = new PhraseQuery();
        foreach (var word in leaf)
        {
            phrase.Add(new Term(Field, word));
        }

        return phrase;
    }

    /// <summary>Words between spaces; no phrase reaches over the end of a sentence.</summary>
    private sealed class SimpleWords : Analyzer
    {
        public override int GetPositionIncrementGap(string fieldName) => 16;

        protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader) =>
            new(new WhitespaceTokenizer(LuceneVersion.LUCENE_48, reader));
    }
}
