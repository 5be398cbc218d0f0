using System.Text;
using NewsBot.CommandLine;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics.Queries;

/// <summary>What holds for every query, tried on many that are made at random.</summary>
public sealed class QueryPropertyTests
{
    private static readonly string[] Leaves =
    [
        "nato", "north korea", "grain ship", "\"grain ships\"", "=US navy", "=WHO", "\"café olé\"", "climat*", "north kor*", "朝鲜", "북한이", "Україна", "=Apple", "=polish shoe",
        "title:rutte", "title:\"far away\"", "source:bbc.co.uk", "source:\"financial times\"", "lang:de", "\"=US army\"", "war and peace",
    ];

    private static readonly string[] Pieces =
    [
        "nato", "\"", "(", ")", " AND ", " OR ", "-", "!", ",", "\n", " ", "korea's", "US", "WHO", "朝鲜", "북한", "é", ".", "'", "NOT ", "it", "title:", "source:", "lang:",
        "*", "=", "AND", "|", "&", " or ", " И ", "\u0000", "\uD83D", "\uDE00", "😀", "עברית", "\u202E", "\u200D", "[a-z]+", "\\", "$", "^", ".*", "?", "{3}", "ß", "ŉ", "½", "ﬁ", "İ",
        "＊", "（", "）", "，", "<", "bbc.com", "de", "\uFFFE", "e\u0301", "Generation Y", "a", "1", "U.S.", "—", "• ", "‘", "ʼ", "ǆ", "ʰ", "ϒ", "\u0345", "\u1E9E",
    ];

    [Fact]
    public void A_query_that_is_printed_and_read_again_is_the_same()
    {
        var random = new Random(20);
        for (var round = 0; round < 4_000; round++)
        {
            var node = RandomNode(random, 4);
            if (node.IsPositive && !TopicTree.Contradicts(node))
            {
                var again = TopicQuery.Restore(new Topic { Name = "x", Query = node.Canonical });
                Assert.True(again is not null, node.Canonical);
                Assert.Equal(Structure(node), Structure(again.Root));
            }
        }
    }

    [Fact]
    public void Equal_queries_have_one_form_however_they_are_ordered_and_bracketed()
    {
        var random = new Random(21);
        for (var round = 0; round < 2_000; round++)
        {
            var typed = RandomText(random, 3);
            if (TopicQuery.Parse(typed.Text) is TopicParse.Success { Query: var query })
            {
                var other = Assert.IsType<TopicParse.Success>(TopicQuery.Parse(typed.Other)).Query;
                Assert.Equal(query.Canonical, other.Canonical);
            }
        }
    }

    [Fact]
    public void Any_text_is_read_or_refused_with_a_sentence_and_a_suggestion_that_can_be_read()
    {
        var random = new Random(4711);
        for (var round = 0; round < 30_000; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            switch (TopicQuery.Parse(typed))
            {
                case TopicParse.Success { Query: var query }:
                    var again = TopicQuery.Restore(new Topic { Name = "x", Query = query.Canonical });
                    Assert.True(again is not null && Structure(again.Root) == Structure(query.Root), $"{Escape(typed)} -> {Escape(query.Canonical)} -> {Escape(again?.Canonical)}");
                    Assert.NotEqual("", query.Name);
                    break;
                case TopicParse.Failure failure:
                    Assert.EndsWith(".", failure.Sentence, StringComparison.Ordinal);
                    Assert.True(failure.Position >= 0 && failure.Length >= 0 && (failure.Text.Length == 0 || failure.Position + failure.Length <= failure.Text.Length), Escape(typed));
                    Assert.True(failure.Suggestion is null || TopicQuery.Parse(failure.Suggestion) is TopicParse.Success, $"{Escape(typed)} -> {Escape(failure.Suggestion)}");
                    break;
            }
        }
    }

    [Fact]
    public void Equal_texts_in_another_dress_are_one_query()
    {
        foreach (var leaf in Leaves.Where(leaf => leaf.AsSpan().IndexOfAny('=', ':') < 0))
        {
            var canonical = Some.Query(leaf).Canonical;
            Assert.Equal(canonical, Some.Query(leaf.Normalize(NormalizationForm.FormD)).Canonical);
            Assert.Equal(canonical, Some.Query($" \u00A0{leaf.Replace(' ', '\u00A0')}\t").Canonical);
            Assert.Equal(canonical, Some.Query(leaf.Replace("\"", "”", StringComparison.Ordinal)).Canonical);
        }
    }

    public static TheoryData<string> Hostile =>
    [
        string.Join(' ', Enumerable.Repeat("word", 10_000)),
        new string('(', 1_000),
        new string('(', 500) + "nato" + new string(')', 496),
        new string('!', 1_000),
        new string('-', 999) + "a",
        string.Concat(Enumerable.Repeat("NOT ", 240)) + "nato",
        string.Concat(Enumerable.Repeat("AND OR ", 140)),
        string.Concat(Enumerable.Repeat("a|", 400)),
        string.Concat(Enumerable.Repeat("title:(", 140)),
        new string('"', 999),
        new string('*', 999),
        new string('=', 999),
        new string(',', 999),
        new string('\n', 998) + "x",
        new string('\uD800', 999),
        new string('\u0301', 999),
        string.Concat(Enumerable.Repeat("😀", 499)),
        string.Concat(Enumerable.Repeat("\u202Eעברית ", 100)),
        string.Concat(Enumerable.Repeat("(a+)+$", 150)),
        string.Concat(Enumerable.Repeat("\"a\" or ", 140)),
        string.Join(' ', Enumerable.Repeat("x OR y", 140)),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_meant_to_hurt_is_answered(string typed)
    {
        var stop = TestContext.Current.CancellationToken;
        var parse = Task.Run(() => (Parse: TopicQuery.Parse(typed), (TopicQuery.Parse(typed) as TopicParse.Failure)?.Suggestion), stop);

        // Tells a hang, and nothing else.
        Assert.NotNull((await parse.WaitAsync(TimeSpan.FromSeconds(60), stop)).Parse);
    }

    private static TopicNode RandomNode(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            // Read as one of two, for filters cannot stand alone.
            var root = Some.Query($"zzz {Leaves[random.Next(Leaves.Length)]}".Replace("zzz", "\"zzz\"", StringComparison.Ordinal)).Root;
            return ((TopicNode.AllOf)root).Parts.First(part => part.Canonical != "\"zzz\"");
        }

        var parts = Enumerable.Range(0, random.Next(2, 4)).Select(_ => RandomNode(random, depth - 1)).ToList();
        return random.Next(4) switch
        {
            0 => TopicTree.All(parts),
            1 => TopicTree.Any(parts),
            2 => TopicTree.Negate(TopicTree.All(parts)),
            _ => TopicTree.Negate(parts[0]),
        };
    }

    /// <summary>The same query twice, in another order, with other signs and brackets.</summary>
    private static (string Text, string Other) RandomText(Random random, int depth)
    {
        if (depth == 0)
        {
            var leaf = Leaves[random.Next(Leaves.Length)];
            return (leaf, random.Next(2) == 0 ? leaf : $"({leaf})");
        }

        var (a, b) = (RandomText(random, depth - 1), RandomText(random, depth - 1));
        return random.Next(3) switch
        {
            0 => ($"({a.Text}) AND ({b.Text})", $"(({b.Other}) & ({a.Other}))"),
            1 => ($"({a.Text}) OR ({b.Text})", $"({b.Other}) | (({a.Other}))"),
            _ => ($"({a.Text}) -({b.Text})", $"NOT ({b.Other}) AND ({a.Other}) NOT ({b.Other})"),
        };
    }

    private static string Structure(TopicNode node) => node switch
    {
        TopicNode.AllOf all => $"all({string.Join(';', all.Parts.Select(Structure))})",
        TopicNode.AnyOf any => $"any({string.Join(';', any.Parts.Select(Structure))})",
        TopicNode.Not not => $"not({Structure(not.Part)})",
        TopicNode.Title title => $"title({Structure(title.Part)})",
        TopicNode.Words words => string.Join(' ', words.Phrase.Words.Select(word => $"{(word.Form == WordForm.Word ? word.Term.Word : word.Term.Plain)}/{word.Form}/{word.Case}")),
        TopicNode.Known known => $"known({known.Concept.Name})",
        _ => node.Canonical,
    };

    private static string Escape(string? text) =>
        text is null ? "null" : string.Concat(text.Select(letter => letter is > ' ' and < '\u007F' || char.IsLetter(letter) || letter == ' ' ? $"{letter}" : $"\\u{(int)letter:X4}"));
}
