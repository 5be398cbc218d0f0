using NewsBot.Intake;
using NewsBot.Tests.Articles;
using NewsBot.Tests.Articles.Extraction;

namespace NewsBot.Tests.Intake;

public sealed class MisdirectionDetectorTests
{
    private const string Other = "<p>Choose a topic from the list to see the reports of the last days, or write to the desk of your town.</p>";

    private static readonly Uri Asked = new("https://news.example/world/bridge");

    private readonly MisdirectionDetector detector = new();

    [Fact]
    public void An_article_is_none() => Assert.Null(Find(Asked, Asked, Sample.Page()));

    [Fact]
    public void The_home_page_in_place_of_the_article_is() =>
        Assert.NotNull(Find(Asked, new Uri("https://news.example/"), Page(Other)));

    [Fact]
    public void One_page_for_several_links_is_from_the_second_on()
    {
        var target = new Uri("https://news.example/welcome?from=1");
        var portal = Page(string.Concat(Enumerable.Repeat(Other, 10)));

        Assert.Null(Find(Asked, target, portal));
        Assert.NotNull(Find(new Uri("https://news.example/world/ferry"), target, portal));
    }

    [Fact]
    public void One_article_behind_two_links_is_none()
    {
        var target = new Uri("https://news.example/articles/1");

        Assert.Null(Find(Asked, target, Sample.Page()));
        Assert.Null(Find(new Uri("https://links.example/abc"), target, Sample.Page()));
    }

    [Fact]
    public void A_short_page_about_something_else_is() => Assert.NotNull(Find(Asked, Asked, Page(Other)));

    [Fact]
    public void A_long_page_with_another_headline_is_none() => Assert.Null(Find(Asked, Asked, Page(string.Concat(Enumerable.Repeat(Other, 10)))));

    private string? Find(Uri asked, Uri answered, string html)
    {
        var entry = Some.Entry(asked.AbsoluteUri);
        entry.Title = "Harbour bridge in Larnow closes for repairs";
        return detector.Find(entry, asked, answered, Read.Html(html, answered.AbsoluteUri));
    }

    private static string Page(string body) => $"<html><head><title>Welcome</title></head><body><h1>Welcome</h1><div>{body}</div></body></html>";
}
