using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics;

public sealed class TopicIndexTests
{
    private static readonly string[] Vocabulary =
        ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "omega", "kappa", "lambda", "sigma", "nato", "the", "of", "Russian", "Iran"];

    [Fact]
    public void The_index_finds_what_each_query_alone_finds()
    {
        var random = new Random(7);
        var index = new TopicIndex();
        var queries = new Dictionary<long, TopicQuery>();
        for (var id = 1L; id <= 400; id++)
        {
            if (TopicQuery.Parse(RandomTree.Of(random, Vocabulary).Text) is TopicParse.Success { Query: var query })
            {
                index.Add(id, query);
                queries[id] = query;
            }

            if (random.Next(4) == 0)
            {
                var gone = random.NextInt64(1, id + 1);
                Assert.Equal(queries.Remove(gone), index.Remove(gone));
            }
        }

        Assert.Equal(queries.Count, index.Count);
        for (var round = 0; round < 200; round++)
        {
            var article = Some.Article(RandomText(random, 40), RandomText(random, 6), RandomText(random, 1));
            var alone = queries.Select(pair => TopicMatch.Of(pair.Value, article, pair.Key)).OfType<TopicMatch>().OrderBy(match => match.TopicId);
            Assert.Equivalent(alone.Select(Plain), index.Match(article).Select(Plain), strict: true);
        }
    }

    [Fact]
    public void A_query_finds_what_reading_word_by_word_finds()
    {
        var random = new Random(11);
        string[] words = [.. Vocabulary.Take(10)];
        for (var round = 0; round < 3_000; round++)
        {
            var tree = RandomTree.Of(random, words);
            if (TopicQuery.Parse(tree.Text) is TopicParse.Success { Query: var query })
            {
                var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => words[random.Next(words.Length)]));
                Assert.True(tree.Holds($" {text} ") == (TopicMatch.Of(query, Some.Article(text)) is not null), $"{tree.Text} in {text}");
            }
        }
    }

    [Fact]
    public void A_topic_that_is_replaced_matches_as_the_new_one()
    {
        var index = new TopicIndex();
        index.Add(1, Some.Query("alpha beta"));
        index.Add(1, Some.Query("gamma"));
        Assert.Empty(index.Match(Some.Article("alpha beta")));
        Assert.Equal(1, Assert.Single(index.Match(Some.Article("gamma"))).TopicId);
        Assert.True(index.Remove(1));
        Assert.False(index.Remove(1));
        Assert.Empty(index.Match(Some.Article("gamma")));
    }

    [Fact]
    public async Task Readers_see_every_settled_topic_while_a_writer_adds_and_removes()
    {
        var index = new TopicIndex();
        index.Add(1, Some.Query("alpha, beta"));
        var article = Some.Article("alpha beta gamma");
        using var stop = new CancellationTokenSource();
        var writer = Task.Run(
            () =>
            {
                for (var round = 0; !stop.IsCancellationRequested; round++)
                {
                    index.Add(2 + (round % 50), Some.Query("alpha, gamma"));
                    index.Remove(2 + ((round + 25) % 50));
                }
            },
            TestContext.Current.CancellationToken);
        for (var round = 0; round < 5_000; round++)
        {
            Assert.Equal(1, index.Match(article)[0].TopicId);
        }

        await stop.CancelAsync();
        await writer;
    }

    private static string RandomText(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Vocabulary[random.Next(Vocabulary.Length)] + (random.Next(9) == 0 ? "." : "")));

    private static (long TopicId, object Level, double Score, string Why) Plain(TopicMatch match) =>
        (match.TopicId, match.Level, match.Score, string.Join(';', match.Why));
}
