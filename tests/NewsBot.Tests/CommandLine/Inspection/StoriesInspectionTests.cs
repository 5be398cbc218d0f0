using System.Text;
using NewsBot.CommandLine.Inspection;

namespace NewsBot.Tests.CommandLine.Inspection;

public sealed class StoriesInspectionTests
{
    [Fact]
    public void A_copy_joins_the_story_of_its_original_and_another_text_has_its_own()
    {
        const string bridge = "Engineers closed the harbour bridge in Larnow on Monday after they found cracks in two of its pillars. Ferries carry the commuters until the autumn, the council of the town decided at night.";
        const string vote = "Voters in Ostvik chose a new mayor at the weekend, and the count went on until the early morning. Ida Holm leads by some hundred votes, the office of the election says.";
        Assert.Equal(
            ["a a null", "b b null", """7 a "a" """.Trim()],
            Lines($$"""{"id":"a","title":"Bridge","text":"{{bridge}}"}""", "", $$"""{"id":"b","title":"Vote","text":"{{vote}}","published":null}""", $$"""{"id":7,"title":"Other","text":"{{bridge}}"}""")
                .Cast<InspectionLine.OfStory>()
                .Select(line => $"{line.Id} {line.Story} {line.DuplicateOf?.GetRawText() ?? "null"}"));
    }

    [Theory]
    [InlineData("{", "Line 1 is no JSON")]
    [InlineData("[]", "Line 1 should be an object")]
    [InlineData("""{"title":"T","text":"x"}""", "Line 1 should be an object")]
    [InlineData("""{"id":1,"title":7}""", "Line 1 should be an object")]
    public void A_line_that_cannot_be_read_is_told_and_the_rest_go_on(string line, string why)
    {
        var lines = Lines(line, """{"id":1,"title":"T","text":"x"}""");

        Assert.StartsWith(why, Assert.IsType<InspectionLine.Unreadable>(lines[0]).Error, StringComparison.Ordinal);
        Assert.IsType<InspectionLine.OfStory>(lines[1]);
    }

    private static List<InspectionLine> Lines(params string[] lines) =>
        [.. new StoriesInspection().Inspect(new InspectionInput("file", Encoding.UTF8.GetBytes(string.Join('\n', lines)), null, null))];
}
