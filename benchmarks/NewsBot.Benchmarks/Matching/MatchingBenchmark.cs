using System.Diagnostics;
using NewsBot.Benchmarks.Generated;
using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Benchmarks.Matching;

/// <summary>One article against many subscriptions, in one thread, beside other ways to do it on the same articles and subscriptions.</summary>
internal sealed class MatchingBenchmark
{
    private const int Seed = 20240607;
    private const int Articles = 400;
    private const int Rounds = 9;

    private readonly Lexicon lexicon;
    private readonly GeneratedArticle[] articles;
    private readonly GeneratedArticle[] archive;

    private MatchingBenchmark()
    {
        var random = new Random(Seed);
        lexicon = new Lexicon(random);
        articles = [.. Enumerable.Range(0, Articles).Select(_ => GeneratedArticle.Create(lexicon, random))];
        archive = [.. articles, .. Enumerable.Range(0, 20_000).Select(_ => GeneratedArticle.Create(lexicon, random))];
    }

    public static int Run(int[] sizes)
    {
        var benchmark = new MatchingBenchmark();
        benchmark.Describe();
        foreach (var size in sizes is [] ? [10_000, 100_000, 1_000_000] : sizes)
        {
            benchmark.Measure(size);
        }

        return 0;
    }

    private void Describe()
    {
        var words = archive.Average(article => article.Sentences.Sum(sentence => sentence.Length));
        var distinct = articles.Average(article => article.Sentences.SelectMany(sentence => sentence).Distinct().Count());
        var letters = articles.Average(article => article.Text.Title.Length + article.Text.Text.Length);
        Console.WriteLine($"{articles.Length} articles of {words:F0} words ({distinct:F0} distinct) and {letters:F0} characters on average, {Lexicon.Size:N0} distinct words. One thread; medians over the articles, of each the best of {Rounds} rounds.");
        var article = new AnalyzedArticle();
        var analysis = Timing.Of(articles.Length, Rounds, index => article.Read(articles[index].Text));
        Console.WriteLine($"Text to tokens alone: {analysis.Median:F1} us an article.");
    }

    private void Measure(int size)
    {
        Console.WriteLine();
        Console.WriteLine($"== {size:N0} subscriptions");
        Subscription[] subscriptions = [.. new Subscriptions(lexicon, archive, new Random(Seed)).Create(size)];
        var index = Build(subscriptions);
        var median = MeasureIndex(index);
        Check(index, subscriptions);
        MeasureChurn(index, subscriptions);
        Check(index, subscriptions);
        Compare(subscriptions, median);
    }

    private TopicIndex Build(Subscription[] subscriptions)
    {
        var index = new TopicIndex();
        foreach (var article in archive.AsSpan(Articles, 500))
        {
            index.Learn(AnalyzedArticle.Of(article.Text));
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (parsing, adding, processor) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);
        const int Portion = 10_000;
        for (var from = 0; from < subscriptions.Length; from += Portion)
        {
            var start = Stopwatch.GetTimestamp();
            var portion = subscriptions.AsSpan(from, Math.Min(Portion, subscriptions.Length - from));
            var queries = new TopicQuery[portion.Length];
            for (var offset = 0; offset < queries.Length; offset++)
            {
                queries[offset] = QueryOf(portion[offset]);
            }

            parsing += Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            var processorBefore = Environment.CpuUsage.TotalTime;
            for (var offset = 0; offset < queries.Length; offset++)
            {
                index.Add(from + offset + 1, queries[offset]);
            }

            adding += Stopwatch.GetElapsedTime(start);
            processor += Environment.CpuUsage.TotalTime - processorBefore;
        }

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"built in {adding.TotalSeconds:F2} s ({processor.TotalSeconds:F2} s of processor time), and {parsing.TotalSeconds:F2} s to read the queries; {(double)bytes / subscriptions.Length:F0} bytes a subscription");
        return index;
    }

    private double MeasureIndex(TopicIndex index)
    {
        var article = new AnalyzedArticle();
        var found = new List<long>(1_000_000);
        AnalyzedArticle[] analyzed = [.. articles.Select(generatedArticle => AnalyzedArticle.Of(generatedArticle.Text))];
        var matches = analyzed.Sum(analyzedArticle => Matches(index, analyzedArticle, found)) / (double)analyzed.Length;
        var whole = Timing.Of(articles.Length, Rounds, number =>
        {
            article.Read(articles[number].Text);
            Matches(index, article, found);
        });
        var alone = Timing.Of(articles.Length, Rounds, number => Matches(index, analyzed[number], found));
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in articles)
        {
            article.Read(one.Text);
            Matches(index, article, found);
        }

        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)articles.Length;
        Console.WriteLine($"matches an article             {matches,12:F0}");
        Console.WriteLine($"text to matches          {whole.Median,12:F1} us   (99 of 100 within {whole.At(0.99):F0} us)");
        Console.WriteLine($"tokens to matches        {alone.Median,12:F1} us   (99 of 100 within {alone.At(0.99):F0} us)");
        Console.WriteLine($"allocated an article     {allocated,12:F1} bytes");
        return whole.Median;
    }

    private static void MeasureChurn(TopicIndex index, Subscription[] subscriptions)
    {
        var count = subscriptions.Length / 5;
        var first = subscriptions.Length - count;
        TopicQuery[] queries = [.. subscriptions.AsSpan(first).ToArray().Select(QueryOf)];
        Churn.Run(index, queries, first + 1);
    }

    private static TopicQuery QueryOf(Subscription subscription) => TopicQuery.Parse(subscription.Query) is TopicParse.Success { Query: var query }
        ? query
        : throw new InvalidOperationException(subscription.Query);

    private static int Matches(TopicIndex index, AnalyzedArticle article, List<long> found)
    {
        found.Clear();
        index.Find(article, found);
        return found.Count;
    }

    private void Check(TopicIndex index, Subscription[] subscriptions)
    {
        var count = Math.Clamp(2_000_000 / subscriptions.Length, 10, 200);
        var found = new List<long>();
        foreach (var article in articles.AsSpan(0, count))
        {
            Matches(index, AnalyzedArticle.Of(article.Text), found);
            if (!found.Order().SequenceEqual(BruteForce.Find(article, lexicon, subscriptions)))
            {
                throw new InvalidOperationException($"Not what reading word by word finds: {article.Text.Title}");
            }
        }

        Console.WriteLine($"equal to a matcher that reads every subscription word by word, on {count} articles");
    }

    private void Compare(Subscription[] subscriptions, double median)
    {
        if (subscriptions.Length <= 10_000)
        {
            var loop = new ContainsLoop(subscriptions);
            var contains = Timing.Of(50, Rounds, number => loop.Count(articles[number].Text));
            Console.WriteLine($"Contains in a loop       {contains.Median,12:F1} us   {contains.Median / median:F0} times as long");
        }

        using var lucene = new LuceneMatcher(subscriptions, lexicon);
        var few = subscriptions.Length > 100_000 ? 3 : 10;
        for (var number = 0; number < few; number++)
        {
            if (!lucene.Find(articles[number], lexicon).SequenceEqual(BruteForce.Find(articles[number], lexicon, subscriptions)))
            {
                throw new InvalidOperationException("Lucene finds something else.");
            }
        }

        var times = Timing.Of(few, 1, number => lucene.Find(articles[number], lexicon));
        Console.WriteLine($"Lucene.NET, by a word    {times.Median,12:F1} us   {times.Median / median:F0} times as long, equal matches");
    }
}
