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
}
