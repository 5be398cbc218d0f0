using NewsBot.CommandLine;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Tests.Topics.Queries;

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
    [InlineData("ICE", "=ICE")]
    [InlineData("ice", "ice")]
    [InlineData("I.C.E.", "=ICE")]
    [InlineData("us navy", "us navy")]
    [InlineData("U.S. Navy", "=US navy")]
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
    [InlineData("cats -(dogs OR birds)", "cats AND NOT birds AND NOT dogs")]
    [InlineData("cats -dogs -birds", "cats AND NOT birds AND NOT dogs")]
    [InlineData("cats -(dogs AND birds)", "cats AND (NOT birds OR NOT dogs)")]
    [InlineData("cats OR (cats AND dogs)", "cats")]
    [InlineData("cats AND (cats OR dogs)", "cats")]
    [InlineData("\"WHO\"", "=WHO")]
    [InlineData("=WHO", "=WHO")]
    [InlineData("=Apple", "=Apple")]
    [InlineData("=apple pie", "=apple pie")]
    [InlineData("\"US Navy\"", "\"=US navy\"")]
    [InlineData("=2024 games", "=2024 games")]
    [InlineData("climat*", "climat*")]
    [InlineData("Climat* summit", "climat* summit")]
    [InlineData("title:nato", "title:nato")]
    [InlineData("title: North Korea", "title:north korea")]
    [InlineData("dogs title:(nato OR -cats)", "dogs AND (title:nato OR NOT title:cats)")]
    [InlineData("nato source:Reuters", "nato AND source:reuters")]
    [InlineData("site:www.BBC.co.uk nato summit", "nato summit AND source:bbc.co.uk")]
    [InlineData("nato source:\"Financial Times\"", "nato AND source:\"financial times\"")]
    [InlineData("lang:de-AT wheat", "wheat AND lang:de")]
    [InlineData("wheat -lang:de", "wheat AND NOT lang:de")]
    [InlineData("\"cats\" or \"dogs\"", "\"cats\" OR \"dogs\"")]
    [InlineData("(cats) and not (dogs)", "cats AND NOT dogs")]
    [InlineData("пшениця АБО жито", "жито OR пшениця")]
    [InlineData("Weizen UND Roggen NICHT Fußball", "roggen AND weizen AND NOT football")]
    [InlineData("trigo Y centeno", "centeno AND trigo")]
    [InlineData("Generation Y", "generation y")]
    [InlineData("nato AND\n(korea OR dprk)", "(korea OR north korea) AND nato")]
    [InlineData("Suk-yeol - Yoon", "suk yeol yoon")]
    [InlineData("AT&T", "=AT t")]
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
    [InlineData("nato title:", QueryProblem.MissingTerm, 11)]
    [InlineData("nato lang:klingon", QueryProblem.UnknownLanguage, 10)]
    [InlineData("lang:de", QueryProblem.OnlyFilters, 0)]
    [InlineData("source:bbc -lang:de", QueryProblem.OnlyFilters, 0)]
    [InlineData("nato OR lang:de", QueryProblem.OnlyNegatives, 0)]
    [InlineData("nato -nato", QueryProblem.Contradiction, 0)]
    [InlineData("ukraine AND (nato OR -nato)", QueryProblem.Contradiction, 0)]
    [InlineData("a*", QueryProblem.ShortBeginning, 0)]
    [InlineData("nato AND the*", QueryProblem.ShortBeginning, 9)]
    [InlineData("nato *tion", QueryProblem.StrayStar, 5)]
    [InlineData("wom*n", QueryProblem.StrayStar, 3)]
    [InlineData("*", QueryProblem.StrayStar, 0)]
    [InlineData("=X", QueryProblem.SaysNothing, 0)]
    [InlineData("😀", QueryProblem.SaysNothing, 0)]
    internal void A_text_that_cannot_be_a_topic_is_refused_where_it_fails(string typed, QueryProblem problem, int position)
    {
        var failure = Assert.IsType<TopicParse.Failure>(TopicQuery.Parse(typed));
        Assert.Equal((problem, position), (failure.Problem, failure.Position));
        Assert.EndsWith(".", failure.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_topic_has_limits()
    {
        var longest = string.Join(' ', Enumerable.Repeat("abcdefg", QueryLimits.Characters / 8));
        Assert.IsType<TopicParse.Success>(TopicQuery.Parse(longest));
        Assert.Equal(QueryProblem.TooLong, Fail(longest + " abcdefg"));
        var terms = string.Join(',', Enumerable.Range(10, QueryLimits.Terms + 1));
        Assert.Equal(QueryProblem.TooManyTerms, Fail(terms));
        Assert.IsType<TopicParse.Success>(TopicQuery.Parse(terms[..^3]));
        var brackets = new string('(', QueryLimits.Depth) + "nato" + new string(')', QueryLimits.Depth);
        Assert.IsType<TopicParse.Success>(TopicQuery.Parse(brackets));
        Assert.Equal(QueryProblem.TooDeep, Fail($"({brackets})"));
    }

    private static QueryProblem Fail(string typed) => Assert.IsType<TopicParse.Failure>(TopicQuery.Parse(typed)).Problem;

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
        var typed = string.Join(' ', Enumerable.Range(0, 60).Select(index => $"-abcdefghijk{index}")) + " \"nato\"";
        var query = Some.Query(typed);
        Assert.True(query.Canonical.Length > QueryLimits.Characters);
        var stored = new Topic { Name = "Mine", Query = query.Canonical };
        Assert.Equal(("Mine", query.Canonical), (TopicQuery.Restore(stored)!.Name, TopicQuery.Restore(stored)!.Canonical));
    }
}
