using NewsBot.Content.Urls;

namespace NewsBot.Tests.Content.Urls;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTPS://News.Example:443/a/b?utm_source=x&utm_medium=y#c", "https://news.example/a/b")]
    [InlineData("https://news.example/a?id=1&fbclid=2&page=3", "https://news.example/a?id=1&page=3")]
    [InlineData("https://news.example:8443", "https://news.example:8443/")]
    [InlineData("https://news.example/a?b=%20c&d", "https://news.example/a?b=%20c&d")]
    [InlineData("https://news.example/стаття", "https://news.example/%D1%81%D1%82%D0%B0%D1%82%D1%82%D1%8F")]
    public void An_address_has_one_spelling(string address, string expected) => Assert.Equal(expected, CanonicalUrl.Of(new Uri(address)));

    [Theory]
    [InlineData("https://news.example/a", "https://www.news.example/a?utm_source=feed", "https://news.example/a")]
    [InlineData("https://elsewhere.example/a", "https://news.example/b", "https://news.example/b")]
    [InlineData("https://news.example/", "https://news.example/b", "https://news.example/b")]
    [InlineData("javascript:alert(1)", "https://news.example/b#top", "https://news.example/b")]
    [InlineData(null, "https://news.example/b?id=7&utm_medium=rss&fbclid=x&at_campaign=y", "https://news.example/b?id=7")]
    [InlineData(null, "https://news.example/b?attic=1&pkg=2", "https://news.example/b?attic=1&pkg=2")]
    public void A_page_has_one_address(string? canonical, string answered, string expected) =>
        Assert.Equal(expected, CanonicalUrl.OfPage(canonical, new Uri(answered)));

    [Theory]
    [InlineData("http://news.example/a", "https://news.example/a")]
    [InlineData("https://www.news.example/a?id=1", "http://news.example/a?id=1&utm_source=x#top")]
    [InlineData("https://news.example/a/", "https://news.example/a")]
    [InlineData("http://news.example:8080/a", "https://news.example:8080/a")]
    public void Addresses_that_a_site_flips_between_have_one_key(string one, string other) =>
        Assert.Equal(CanonicalUrl.Key(new Uri(one)), CanonicalUrl.Key(new Uri(other)));

    [Theory]
    [InlineData("https://news.example/a", "https://news.example/b")]
    [InlineData("https://news.example/a?id=1", "https://news.example/a?id=2")]
    [InlineData("https://one.news.example/a", "https://two.news.example/a")]
    public void Different_pages_have_different_keys(string one, string other) =>
        Assert.NotEqual(CanonicalUrl.Key(new Uri(one)), CanonicalUrl.Key(new Uri(other)));
}
