using NewsBot.Commands.Sourcing;

namespace NewsBot.Tests.Commands.Sourcing;

public sealed class TypedAddressTests
{
    [Theory]
    [InlineData("news.example", "https://news.example/")]
    [InlineData("  www.news.example/world  ", "https://www.news.example/world")]
    [InlineData("http://news.example:8080/feed?x=1#part", "http://news.example:8080/feed?x=1")]
    [InlineData("<https://news.example/feed>", "https://news.example/feed")]
    [InlineData("https://user:secret@news.example/", "https://news.example/")]
    [InlineData("новини.example", "https://xn--b1amarcd.example/")]
    [InlineData("http://localhost/feed", "http://localhost/feed")]
    public void Addresses_are_taken_as_people_write_them(string written, string address) =>
        Assert.Equal(address, Ascii(TypedAddress.Of(written)!));

    [Theory]
    [InlineData("")]
    [InlineData("north korea")]
    [InlineData("NATO")]
    [InlineData("ftp://files.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://")]
    public void Other_texts_are_none(string written) => Assert.Null(TypedAddress.Of(written));

    [Theory]
    [InlineData("https://news.example", true)]
    [InlineData("www.news.example", true)]
    [InlineData("news.example/feed.xml", true)]
    [InlineData("node.js", false)]
    [InlineData("news.example", false)]
    [InlineData("NATO", false)]
    [InlineData("either/or", false)]
    [InlineData("https://news.example and more", false)]
    public void A_text_without_a_command_is_an_address_where_it_can_be_nothing_else(string text, bool isAddress) =>
        Assert.Equal(isAddress, TypedAddress.IsCertain(text));

    private static string Ascii(Uri address) => $"{address.Scheme}://{address.IdnHost}{(address.IsDefaultPort ? "" : $":{address.Port}")}{address.PathAndQuery}";
}
