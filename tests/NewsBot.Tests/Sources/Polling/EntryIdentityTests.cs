using NewsBot.Sources.Feeds;
using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Polling;

public sealed class EntryIdentityTests
{
    private static readonly FeedEntry Entry = new("guid-1", "Title", "https://news.example/1", null, null, [], "Text", "", []);

    [Fact]
    public void A_guid_is_all_that_counts_where_there_is_one() => Assert.Equal(
        Of(Entry), Of(Entry with { Title = "Edited", Link = "https://news.example/2", Published = DateTimeOffset.UnixEpoch }));

    [Fact]
    public void Without_a_guid_the_canonical_link_counts()
    {
        var plain = Entry with { Id = null };

        Assert.Equal(Of(plain), Of(plain with { Link = "https://NEWS.example:443/1?utm_source=rss#top", Title = "Edited" }));
        Assert.NotEqual(Of(plain), Of(plain with { Link = "https://news.example/1?id=2" }));
    }

    [Theory]
    [InlineData(IdentityTraits.GuidsRepeat)]
    [InlineData(IdentityTraits.GuidsChange)]
    public void A_guid_that_cannot_be_relied_on_does_not_count(object traits) =>
        Assert.Equal(Of(Entry, (IdentityTraits)traits), Of(Entry with { Id = "guid-2" }, (IdentityTraits)traits));

    [Fact]
    public void Without_both_the_title_counts_and_else_the_text()
    {
        var bare = Entry with { Id = " ", Link = null };

        Assert.Equal(Of(bare), Of(bare with { Summary = "Other" }));
        Assert.Equal(Of(bare), Of(bare with { Published = DateTimeOffset.UnixEpoch }));
        Assert.NotEqual(Of(bare with { Title = "" }), Of(bare with { Title = "", Summary = "Other" }));
    }

    [Fact]
    public void It_is_stored_in_16_bytes_and_comes_back()
    {
        var identity = Of(Entry);

        Assert.Equal(16, identity.ToBytes().Length);
        Assert.Equal(identity, EntryIdentity.Of(new NewsBot.Sources.Entry { Identity = identity.ToBytes(), Title = "" }));
    }

    private static EntryIdentity Of(FeedEntry entry, IdentityTraits traits = IdentityTraits.None) => new FeedItem(entry, entry.Title).Identities(traits).First();
}
