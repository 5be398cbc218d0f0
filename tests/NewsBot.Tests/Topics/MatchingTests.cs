using NewsBot.Topics;
using NewsBot.Topics.Matching;

namespace NewsBot.Tests.Topics;

public sealed class MatchingTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("and so the talk of the town went on", 50));

    [Theory]
    [InlineData("NATO's new plan")]
    [InlineData("NATO’s new plan")]
    [InlineData("der Nato-Gipfel in Vilnius")]
    [InlineData("anti-NATO rally")]
    [InlineData("саміт НАТО")]
    [InlineData("le sommet de l’OTAN")]
    [InlineData("#NATO @NATO")]
    public void NATO_hits_its_name_in_any_dress(string text) => Assert.True(Some.Matches("nato", text));

    [Theory]
    [InlineData("Il sangue donato")]
    [InlineData("see natocdn.example for more")]
    [InlineData("signatory and neonatology")]
    [InlineData("https://www.nato.example/")]
    public void NATO_never_hits_donato(string text) => Assert.False(Some.Matches("NATO", text));

    [Theory]
    [InlineData("US", "the US army", true)]
    [InlineData("US", "the U.S. army", true)]
    [InlineData("US", "between us all", false)]
    [InlineData("WHO", "the WHO said", true)]
    [InlineData("who", "the WHO said", true)]
    [InlineData("WHO", "Who said so? The man who knows.", false)]
    [InlineData("ICE", "agents of ICE came", true)]
    [InlineData("ICE", "ice in the Arctic", false)]
    [InlineData("ice", "ICE and ice", true)]
    [InlineData("UN", "Un nuevo plan de un país", false)]
    [InlineData("AI", "j’ai dit, ai margini", false)]
    public void An_acronym_that_is_a_word_asks_for_capitals(string topic, string text, bool hit) => Assert.Equal(hit, Some.Matches(topic, text));

    [Fact]
    public void In_a_title_all_in_capitals_case_is_no_evidence()
    {
        Assert.Null(Some.Match("US", "Nothing of it.", "TELL US WHO WON THE MATCH"));
        Assert.Equal(MatchLevel.Headline, Some.Match("US", "The US army left.", "US ARMY LEAVES THE TOWN")!.Level);
        Assert.Equal(MatchLevel.Headline, Some.Match("US", "", "US army leaves the town")!.Level);
    }

    [Theory]
    [InlineData("North Korean troops", "the North Korean troop", true)]
    [InlineData("\"North Korean troops\"", "the North Korean troop", false)]
    [InlineData("\"North Korea\"", "the North Koreans and the DPRK", false)]
    [InlineData("North Korea", "the north. Korea said", false)]
    [InlineData("cafe", "un café", true)]
    [InlineData("café", "a cafe", true)]
    [InlineData("\"café\"", "a cafe", false)]
    [InlineData("\"cafe\"", "un café", true)]
    [InlineData("Yoon Suk Yeol", "President Yoon Suk-yeol", true)]
    [InlineData("朝鲜", "关于朝鲜半岛", true)]
    [InlineData("한국", "북한국경에서", false)]
    [InlineData("women's rights", "rights of women", false)]
    [InlineData("women's rights", "a women’s rights group", true)]
    public void A_phrase_is_words_side_by_side(string topic, string text, bool hit) => Assert.Equal(hit, Some.Matches(topic, text));

    [Theory]
    [InlineData("cats AND dogs", "cats and then dogs", true)]
    [InlineData("cats AND dogs", "only cats", false)]
    [InlineData("cats -dogs", "cats and then dogs", false)]
    [InlineData("cats AND (dogs OR birds)", "birds eat, cats sleep", true)]
    [InlineData("cats -(dogs AND birds)", "cats and dogs", true)]
    [InlineData("cats -(dogs AND birds)", "cats and dogs and birds", false)]
    public void Operators_join_terms(string topic, string text, bool hit) => Assert.Equal(hit, Some.Matches(topic, text));

    [Fact]
    public void Where_and_how_often_decides_the_level()
    {
        Assert.Equal(MatchLevel.Headline, Some.Match("Estonia", Filler, "Estonia votes")!.Level);
        Assert.Equal(MatchLevel.Headline, Some.Match("Estonia", $"A day in Estonia. {Filler}")!.Level);
        Assert.Equal(MatchLevel.About, Some.Match("Estonia", $"{Filler} Estonia and Estonian plans, Estonia again")!.Level);
        Assert.Equal(MatchLevel.Mention, Some.Match("Estonia", $"{Filler} Estonia")!.Level);
        Assert.Equal(MatchLevel.Mention, Some.Match("Estonia", Filler, "", "Estonia")!.Level);
        Assert.Null(Some.Match("Estonia", Filler));
    }

    [Fact]
    public void Being_in_the_title_scores_more_than_once_in_the_body()
    {
        Assert.True(Some.Match("Estonia", Filler, "Estonia votes")!.Score > Some.Match("Estonia", $"{Filler} Estonia")!.Score);
        Assert.True(Some.Match("Estonia", $"{Filler} Estonia Estonia")!.Score > Some.Match("Estonia", $"{Filler} {Filler} {Filler} Estonia Estonia")!.Score);
    }

    [Theory]
    [InlineData("TOKYO, Feb 26 (Reuters) - The markets rose.")]
    [InlineData("TOKYO (AP) — The markets rose.")]
    [InlineData("TOKYO, February 26 – The markets rose.")]
    [InlineData("Tokyo, Japan (CNN) -- The markets rose.")]
    [InlineData("TOKYO — The markets rose.")]
    public void A_dateline_is_a_mention_of_the_city(string body) => Assert.Equal(MatchLevel.Mention, Some.Match("Tokyo", body + Filler)!.Level);

    [Theory]
    [InlineData("TOKYO - the city of markets - rose.")]
    [InlineData("Tokyo (and not only it) - nobody knows why - rose.")]
    [InlineData("Tokyo rose – The markets fell.")]
    public void A_dash_alone_makes_no_dateline(string body) => Assert.Equal(MatchLevel.Headline, Some.Match("Tokyo", body + Filler)!.Level);

    [Fact]
    public void A_description_that_begins_the_body_counts_once()
    {
        var twice = AnalyzedArticle.Of(new ArticleText("", "Estonia votes.", "Estonia votes. It is cold.", []));
        Assert.Equal([new MatchReason("Estonia", "lede", 1)], TopicMatch.Of(Some.Query("Estonia"), twice)!.Why);
    }

    [Fact]
    public void A_match_says_why_in_the_words_of_the_article()
    {
        var why = Some.Match("North Korea", $"DPRK envoys met. {Filler} North\nKorean and North Korean, Nordkorea", "NORTH KOREA’s army", "North Korea")!.Why;
        Assert.Equal(
            [new("NORTH KOREA", "title", 1), new("DPRK", "lede", 1), new("North Korea", "tags", 1), new("North Korean", "body", 2), new("Nordkorea", "body", 1)],
            why);
    }

    [Fact]
    public void Names_that_overlap_count_once() =>
        Assert.Equal([new MatchReason("Mark Rutte", "lede", 1)], Some.Match("Mark Rutte", "Mark Rutte spoke.")!.Why);
}
