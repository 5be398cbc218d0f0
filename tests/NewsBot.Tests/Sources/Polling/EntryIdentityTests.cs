using NewsBot.Sources.Feeds;
using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Polling;

public sealed class EntryIdentityTests
{
    private static readonly FeedEntry Entry = new("guid-1", "Title", "https://news.example/1", null, null, [], "Text", "", []);

    [Fact]
    public void A_guid_is_all_that_counts_where_there_is_one() => Assert.Equal(
        EntryIdentity.Of(Entry), EntryIdentity.Of(Entry with { Title = "Edited", Link = "https://news.example/2", Published = DateTimeOffset.UnixEpoch }));

    [Fact]
    public void Without_a_guid_the_canonical_link_counts()
    {
        var plain = Entry with { Id = null };

        Assert.Equal(EntryIdentity.Of(plain), EntryIdentity.Of(plain with { Link = "https://NEWS.example:443/1?utm_source=rss#top", Title = "Edited" }));
        Assert.NotEqual(EntryIdentity.Of(plain), EntryIdentity.Of(plain with { Link = "https://news.example/1?id=2" }));
    }

    [Fact]
    public void Without_both_title_and_date_count_and_else_the_text()
    {
        var bare = Entry with { Id = " ", Link = null };

        Assert.Equal(EntryIdentity.Of(bare), EntryIdentity.Of(bare with { Summary = "Other" }));
        Assert.NotEqual(EntryIdentity.Of(bare), EntryIdentity.Of(bare with { Published = DateTimeOffset.UnixEpoch }));
        Assert.NotEqual(EntryIdentity.Of(bare with { Title = "" }), EntryIdentity.Of(bare with { Title = "", Summary = "Other" }));
    }

    [Fact]
    public void It_is_stored_in_16_bytes_and_comes_back()
    {
        var identity = EntryIdentity.Of(Entry);

        Assert.Equal(16, identity.ToBytes().Length);
        Assert.Equal(identity, EntryIdentity.Of(new NewsBot.Sources.Entry { Identity = identity.ToBytes(), Title = "" }));
    }
}
