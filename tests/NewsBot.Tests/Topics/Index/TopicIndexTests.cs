using NewsBot.Topics.Index;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics.Index;

public sealed class TopicIndexTests
{
    private static readonly string[] Vocabulary =
        ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "omega", "kappa", "lambda", "sigma", "nato", "the", "of", "Russian", "Iran", "WHO", "US", "Guinea", "Papua", "New", "朝鲜", "Jordan", "Clarke", "Georgia", "sheriff", "in", "plug-in", "plugin", "F-35", "F35", "京都", "東京都", "Пожаров", "пожар"];

    [Fact]
    public void The_index_finds_what_each_query_alone_finds()
    {
        var random = new Random(7);
        var index = new TopicIndex();
        var queries = new SortedDictionary<long, TopicQuery>();
        for (var round = 0; round < 3_000; round++)
        {
            var id = random.NextInt64(1, 600);
            if (random.Next(3) == 0)
            {
                Assert.Equal(queries.Remove(id), index.Remove(id));
            }
            else if (TopicQuery.Parse(RandomText(random)) is TopicParse.Success { Query: var query })
            {
                index.Add(id, query);
                queries[id] = query;
            }

            if (round % 10 == 0)
            {
                var article = RandomArticle(random);
                var expected = queries.Select(pair => TopicMatch.Of(pair.Value, article, pair.Key)).OfType<TopicMatch>().ToList();
                Assert.Equal(expected.Select(match => match.TopicId), Found(index, article));
                Assert.Equal(expected.Select(Told), index.Match(article).Select(Told));
            }
        }

        Assert.Equal(queries.Count, index.Count);
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

    [Theory]
    [InlineData("Sanktionen treffen ", "sanktionen")]
    [InlineData("The internationalisation-", "internationalisation")]
    [InlineData("Um antidisestablishmentarianism: ", "antidisestablishmentarianism")]
    [InlineData("Viktor ORBÁN ", "orban")]
    [InlineData("Die Straßenbahn, ", "strassenbahn")]
    [InlineData("Il dit: naïvement ", "naivement")]
    [InlineData("Слова президента ", "президента")]
    [InlineData("Η Ελλάδα ", "ελλαδα")]
    [InlineData("the ﬁnancial ", "financial")]
    [InlineData("2026budget ", "2026budget")]
    [InlineData("the U.S.S.R. ", "ussr")]
    [InlineData("KOREANS ", "koreans")]
    [InlineData("the sixteenletterwrd ", "sixteenletterwrd")]
    public void A_word_is_found_by_each_of_its_beginnings(string text, string plain)
    {
        var beginnings = Enumerable.Range(4, plain.Length - 3).Select(length => plain[..length] + "*").ToList();
        List<string> others = [plain + "x*", "x" + plain + "*", .. beginnings.Select(beginning => beginning[..^2] + "q*").Where(other => other.Length > 4)];
        var index = new TopicIndex();
        foreach (var (id, query) in beginnings.Concat(others).Index())
        {
            index.Add(id + 1, Assert.IsType<TopicParse.Success>(TopicQuery.Parse(query)).Query);
        }

        // With other words behind it, and as the last letters of the text.
        Assert.Equal(Enumerable.Range(1, beginnings.Count).Select(id => (long)id), Found(index, Some.Article(text + "and so on and on")));
        Assert.Equal(Enumerable.Range(1, beginnings.Count).Select(id => (long)id), Found(index, Some.Article(text.TrimEnd(' ', ':', ',', '-'))));
    }

    [Fact]
    public void A_topic_that_is_replaced_matches_as_the_new_one()
    {
        var index = new TopicIndex();
        index.Add(1, Some.Query("alpha beta"));
        index.Add(1, Some.Query("gamma"));
        Assert.Empty(Found(index, Some.Article("alpha beta")));
        Assert.Equal([1L], Found(index, Some.Article("gamma")));
        Assert.True(index.Remove(1));
        Assert.False(index.Remove(1));
        Assert.False(index.Remove(2));
        Assert.Empty(Found(index, Some.Article("gamma")));
    }

    [Fact]
    public void Topics_that_say_the_same_in_other_words_are_all_found()
    {
        var index = new TopicIndex();
        index.Add(1, Some.Query("alpha beta"));
        index.Add(2, Some.Query("alpha betas"));
        index.Add(3, Some.Query("\"alpha beta\""));
        index.Add(4, Some.Query("alpha beta OR \"alpha beta\""));
        index.Add(5, Some.Query("alpha beta -gamma"));
        Assert.Equal([1L, 2, 3, 4, 5], Found(index, Some.Article("alpha beta")));
        Assert.Equal([1L, 2, 4], Found(index, Some.Article("alphas betas gamma")));
        Assert.True(index.Remove(1));
        Assert.Equal([2L, 3, 4, 5], Found(index, Some.Article("alpha beta")));
    }

    [Fact]
    public void An_index_emptied_and_filled_again_keeps_its_size()
    {
        var random = new Random(3);
        var index = new TopicIndex();
        List<TopicQuery> queries = [.. Enumerable.Range(0, 2_000)
            .Select(_ => TopicQuery.Parse(RandomText(random)))
            .OfType<TopicParse.Success>()
            .Select(parse => parse.Query)];
        var bound = 0;
        for (var round = 0; round < 5; round++)
        {
            for (var id = 1; id <= queries.Count; id++)
            {
                index.Add(id, queries[id - 1]);
            }

            bound = bound == 0 ? index.LiteralBound : bound;
            for (var id = 1; id <= queries.Count; id++)
            {
                Assert.True(index.Remove(id));
            }
        }

        Assert.Equal((0, bound), (index.Count, index.LiteralBound));
        Assert.Empty(Found(index, RandomArticle(random)));
    }

    /// <summary>Reasons that weigh the same may come in any order.</summary>
    private static string Told(TopicMatch match) =>
        $"{match.TopicId} {match.Level} {match.Score} {string.Join(", ", match.Why.Select(why => why.ToString()).Order())}";

    private static List<long> Found(TopicIndex index, AnalyzedArticle article)
    {
        var found = new List<long>();
        index.Find(article, found);
        found.Sort();
        return found;
    }

    private static AnalyzedArticle RandomArticle(Random random) => AnalyzedArticle.Of(
        new ArticleText(RandomText(random, 6), null, RandomText(random, 40), [RandomText(random, 1)])
        {
            Publisher = random.Next(2) == 0 ? "The Tribune" : null,
            Language = random.Next(2) == 0 ? "en" : "de",
        });

    /// <summary>A query with everything that the language has.</summary>
    private static string RandomText(Random random)
    {
        var text = RandomTree.Of(random, Vocabulary).Text;
        var word = Vocabulary[random.Next(Vocabulary.Length)];
        return random.Next(12) switch
        {
            0 => $"({text}) AND title:{word}",
            1 => $"({text}) OR title:\"{word}\"",
            2 => $"({text}) -title:{word}",
            3 => $"({text}) AND lang:en",
            4 => $"({text}) -source:tribune",
            5 => $"({text}) AND (source:tribune OR lang:de)",
            6 => $"{word[..Math.Min(4, word.Length)]}* OR ({text})",
            7 => $"lamb* AND ({text})",
            8 => $"alph* {word}",
            9 => $"={word} OR ({text})",
            _ => text,
        };
    }

    private static string RandomText(Random random, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => RandomCase(random, Vocabulary[random.Next(Vocabulary.Length)]) + (random.Next(9) == 0 ? "." : "")));

    private static string RandomCase(Random random, string word) => random.Next(8) switch
    {
        0 => word.ToUpperInvariant(),
        1 => word.ToLowerInvariant(),
        2 => word + "s",
        _ => word,
    };
}
