using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

public sealed class TypedTopicTests
{
    [Theory]
    [InlineData("/subscribe NATO", "NATO")]
    [InlineData("/subscribe@TrialBot North Korea", "North Korea")]
    [InlineData("/Follow  nato AND (korea OR dprk) -sport ", "nato AND (korea OR dprk) -sport")]
    [InlineData(" Угорщина ", "Угорщина")]
    public void A_topic_is_taken_from_a_command_or_from_plain_text(string text, string topic) =>
        Assert.Equal(topic, TypedTopic.In(text));

    [Theory]
    [InlineData("/start")]
    [InlineData("/subscribe")]
    [InlineData("/subscribe@TrialBot")]
    [InlineData("/subscribers NATO")]
    [InlineData("/unsubscribe NATO")]
    [InlineData("  ")]
    [InlineData("Dear bot,\nhow are you?")]
    public void Other_texts_carry_no_topic(string text) => Assert.Null(TypedTopic.In(text));

    [Fact]
    public void A_letter_is_no_topic() => Assert.Null(TypedTopic.In(new string('a', 101)));

    [Theory]
    [InlineData("glass harmonica", "glass harmonica")]
    [InlineData("nato AND (korea OR dprk) -sport", "nato|korea|dprk")]
    [InlineData("\"sea ice\" NOT \"figure skating\"", "sea ice")]
    [InlineData("Euro-Atlantic", "Euro-Atlantic")]
    [InlineData("-sport", "-sport")]
    public void A_query_wants_all_terms_that_it_does_not_exclude(string topic, string terms) =>
        Assert.Equal(terms, string.Join('|', TypedTopic.WantedTerms(topic)));
}
