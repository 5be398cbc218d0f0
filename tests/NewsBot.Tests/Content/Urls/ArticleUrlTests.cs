using NewsBot.Content.Urls;

namespace NewsBot.Tests.Content.Urls;

public sealed class ArticleUrlTests
{
    [Theory]
    [InlineData("https://news.example/a", "https://www.news.example/a?utm_source=feed", "https://news.example/a")]
    [InlineData("https://elsewhere.example/a", "https://news.example/b", "https://news.example/b")]
    [InlineData("https://news.example/", "https://news.example/b", "https://news.example/b")]
    [InlineData("javascript:alert(1)", "https://news.example/b#top", "https://news.example/b")]
    [InlineData(null, "https://news.example/b?id=7&utm_medium=rss&fbclid=x&at_campaign=y", "https://news.example/b?id=7")]
    [InlineData(null, "https://news.example/b?attic=1&pkg=2", "https://news.example/b?attic=1&pkg=2")]
    public void One_page_has_one_address(string? canonical, string answered, string expected) =>
        Assert.Equal(expected, ArticleUrl.Of(canonical, new Uri(answered)));
}
