using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics;

public sealed class TopicQueryTests
{
    [Theory]
    [InlineData("nato", "nato")]
    [InlineData("NATO ", "nato")]
    [InlineData("  Nato\t", "nato")]
    [InlineData("NATO,", "nato")]
    [InlineData("(nato)", "nato")]
    [InlineData("North Korea, DPRK, КНДР", "north korea")]
    [InlineData("US", "united states")]
    [InlineData("ICE", "ICE")]
    [InlineData("ice", "ice")]
    [InlineData("I.C.E.", "ICE")]
    [InlineData("us navy", "us navy")]
    [InlineData("U.S. Navy", "US navy")]
    [InlineData("Yahoo!", "yahoo")]
    [InlineData("Café  olé", "cafe ole")]
    [InlineData("\"Café olé\"", "\"café olé\"")]
    [InlineData("“North Korea”", "\"north korea\"")]
    [InlineData("war and peace", "war and peace")]
    [InlineData("cats AND dogs", "cats AND dogs")]
    [InlineData("dogs & cats", "cats AND dogs")]
    [InlineData("cats | dogs, birds\nfish", "birds OR cats OR dogs OR fish")]
    [InlineData("cats OR dogs AND birds", "(birds AND dogs) OR cats")]
    [InlineData("nato AND (korea OR dprk) -sport", "(korea OR north korea) AND nato AND NOT sport")]
    [InlineData("nato !\"north korea\"", "nato AND NOT \"north korea\"")]
    [InlineData("cats NOT NOT dogs", "cats AND dogs")]
    [InlineData("cats -(dogs OR birds)", "cats AND NOT (birds OR dogs)")]
    [InlineData("Suk-yeol - Yoon", "suk yeol yoon")]
    [InlineData("AT&T", "AT t")]
    [InlineData("韩国队", "韩国队")]
    [InlineData("남북정상회담", "남북정상회담")]
    public void Equal_queries_have_one_canonical_form(string typed, string canonical)
    {
        var query = Some.Query(typed);
        Assert.Equal(canonical, query.Canonical);
        Assert.Equal(canonical, Some.Query(canonical).Canonical);
    }

    [Theory]
    [InlineData("", QueryProblem.Empty, 0)]
    [InlineData("  \n ", QueryProblem.Empty, 0)]
    [InlineData("the of", QueryProblem.SaysNothing, 0)]
    [InlineData("it", QueryProblem.SaysNothing, 0)]
    [InlineData("X", QueryProblem.SaysNothing, 0)]
    [InlineData("nato AND x", QueryProblem.SaysNothing, 9)]
    [InlineData("?!", QueryProblem.SaysNothing, 0)]
    [InlineData("-sport", QueryProblem.OnlyNegatives, 0)]
    [InlineData("NOT sport AND -tennis", QueryProblem.OnlyNegatives, 0)]
    [InlineData("nato OR -sport", QueryProblem.OnlyNegatives, 0)]
    [InlineData("<b>nato</b>", QueryProblem.Markup, 0)]
    [InlineData("nato \"north", QueryProblem.OpenQuote, 5)]
    [InlineData("nato (korea", QueryProblem.OpenBracket, 5)]
    [InlineData("nato) korea", QueryProblem.StrayBracket, 4)]
    [InlineData("nato AND", QueryProblem.MissingTerm, 8)]
    [InlineData("nato AND OR korea", QueryProblem.MissingTerm, 9)]
    [InlineData("AND", QueryProblem.MissingTerm, 0)]
    internal void A_text_that_cannot_be_a_topic_is_refused_where_it_fails(string typed, QueryProblem problem, int position)
    {
        var failure = Assert.IsType<TopicParse.Failure>(TopicQuery.Parse(typed));
        Assert.Equal((problem, position), (failure.Problem, failure.Position));
        Assert.EndsWith(".", failure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_has_limits()
    {
        var long256 = string.Join(' ', Enumerable.Repeat("abcdefg", 32));
        Assert.IsType<TopicParse.Success>(TopicQuery.Parse(long256[..255]));
        Assert.Equal(QueryProblem.TooLong, Assert.IsType<TopicParse.Failure>(TopicQuery.Parse(long256 + "ab")).Problem);
        var terms = string.Join(',', Enumerable.Range(10, 65));
        Assert.Equal(QueryProblem.TooManyTerms, Assert.IsType<TopicParse.Failure>(TopicQuery.Parse(terms)).Problem);
        Assert.IsType<TopicParse.Success>(TopicQuery.Parse(terms[..^3]));
    }

    [Fact]
    public void A_name_is_what_people_read()
    {
        Assert.Equal("North Korea", Some.Query("dprk").Name);
        Assert.Equal("Formula Student", Some.Query("  Formula   Student, ").Name);
        Assert.Equal("nato AND korea", Some.Query("nato AND korea").Name);
    }

    [Fact]
    public void A_stored_topic_reads_back_though_its_canonical_form_is_longer_than_what_may_be_typed()
    {
        var typed = string.Join(' ', Enumerable.Range(0, 40).Select(index => $"-a{index}")) + " \"nato\"";
        var query = Some.Query(typed);
        Assert.True(query.Canonical.Length > QueryLimits.Characters);
        var stored = new Topic { Name = "Mine", Query = query.Canonical };
        Assert.Equal(("Mine", query.Canonical), (TopicQuery.Restore(stored)!.Name, TopicQuery.Restore(stored)!.Canonical));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_its_canonical_form_is_stable()
    {
        string[] parts = ["nato", "\"", "(", ")", " AND ", " OR ", "-", "!", ",", "\n", " ", "korea's", "US", "WHO", "朝鲜", "북한", "é", ".", "'", "NOT ", "it"];
        var random = new Random(4711);
        for (var round = 0; round < 5_000; round++)
        {
            var typed = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            if (TopicQuery.Parse(typed) is TopicParse.Success { Query: var query })
            {
                var again = TopicQuery.Restore(new Topic { Name = "x", Query = query.Canonical });
                Assert.True(again?.Canonical == query.Canonical, $"{typed} -> {query.Canonical} -> {again?.Canonical}");
            }
        }
    }
}
