using NewsBot.Articles;

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>Twenty pages of the shape of the one that the project started from: five stories in four dresses.</summary>
public sealed class ShapedPageTests
{
    public static TheoryData<string, string> Pages => [.. from story in ShapedStory.All from dress in (string[])["plain", "named", "bare", "sidebar first"] select (story.Language, dress)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_stands_around_a_story_is_no_part_of_it(string language, string dress)
    {
        var story = ShapedStory.All.Single(story => story.Language == language);

        var reading = ReadAs(dress, story);

        Assert.Equal(story.Title, reading.Title);
        Assert.Equal(story.Text, reading.Text);
        Assert.Equal([story.Author], reading.Authors);
        Assert.Equal([story.Kicker], reading.Tags);
        Assert.Equal(language, reading.Language);
        Assert.Null(reading.Published);
        Assert.Equal(story.Posts.Select(post => (post.Title, post.Age)), reading.Related.Select(post => (post.Title, post.Age!)));
    }

    private static PageContent ReadAs(string dress, ShapedStory story) => dress switch
    {
        "plain" => Read.Plain(story.AsPlainText()),
        "named" => Read.Html(story.WithNames()),
        "bare" => Read.Html(story.WithoutNames()),
        _ => Read.Html(story.WithSidebarFirst()),
    };
}
