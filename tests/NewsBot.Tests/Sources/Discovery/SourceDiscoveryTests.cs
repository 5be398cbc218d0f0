using NewsBot.Fetching;
using NewsBot.Sources.Discovery;
using NewsBot.Sources.Polling;

namespace NewsBot.Tests.Sources.Discovery;

public sealed class SourceDiscoveryTests
{
    [Fact]
    public async Task An_address_that_is_a_feed_is_what_is_offered()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/feed", Some.Rss(
            "<language>uk</language>", Some.Item(1, "Oldest", "Sun, 01 Nov 2026 10:00:00 GMT"), Some.Item(4, "Newest", "Wed, 04 Nov 2026 10:00:00 GMT"),
            Some.Item(2, "Older", "Mon, 02 Nov 2026 10:00:00 GMT"), Some.Item(3, "Newer", "Tue, 03 Nov 2026 10:00:00 GMT")));

        var search = await FindAsync(site.At("/feed"));

        var feed = Assert.Single(search.Candidates);
        Assert.Equal((site.At("/feed"), "Daily Test", "uk", 1.0), (feed.Address, feed.Title, feed.Language, feed.EntriesPerDay));
        Assert.Equal(["Newest", "Newer", "Older"], feed.Newest);
        Assert.Null(search.Why);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task The_feeds_that_a_page_names_are_read_each_once_and_relative_to_its_base()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", """
            <!doctype html><html><head><base href="/news/">
            <link rel="alternate" type="application/rss+xml" href="feed.xml"><link rel="ALTERNATE feed" type="application/atom+xml; charset=utf-8" href="/atom">
            <link rel=alternate type="application/feed+json" href="feed.json"><link rel="alternate" type="application/rss+xml" href="feed.xml">
            <link rel="alternate" type="application/json" href="/wp-json/"><link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/style.css">
            </head><body><a href="/rss/other">RSS</a></body></html>
            """, "text/html");
        site.Answer("/news/feed.xml", Some.Rss(Some.Item(1)));
        site.Answer("/atom", "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>By Atom</title></feed>", "application/atom+xml");
        site.Answer("/news/feed.json", """{"version":"https://jsonfeed.org/version/1.1","title":"By JSON","items":[]}""", "application/feed+json");

        var search = await FindAsync(site.At("/"));

        Assert.Equal(["Daily Test", "By Atom", "By JSON"], search.Candidates.Select(feedCandidate => feedCandidate.Title));
        Assert.Equal([site.At("/news/feed.xml"), site.At("/atom"), site.At("/news/feed.json")], search.Candidates.Select(feedCandidate => feedCandidate.Address));
        Assert.Empty(search.Broken);
        Assert.Equal(4, site.Requests.Count);
    }

    [Fact]
    public async Task A_feed_that_is_named_and_cannot_be_read_is_told_beside_the_one_that_can()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", Page("/good", "/gone", "/page"), "text/html");
        site.Answer("/good", Some.Rss(Some.Item(1)));
        site.Answer("/page", "<!doctype html><html><body>Not here</body></html>", "text/html");

        var search = await FindAsync(site.At("/"));

        Assert.Single(search.Candidates);
        Assert.Equal([site.At("/gone"), site.At("/page")], search.Broken.Select(brokenFeed => brokenFeed.Address));
        Assert.Contains("404", search.Broken[0].Why, StringComparison.Ordinal);
        Assert.Contains("a web page, not a feed", search.Broken[1].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_page_names_none_links_and_then_usual_places_are_tried()
    {
        await using var linking = await NewsSite.StartAsync();
        linking.Answer("/", "<html><body><a href='/en/rss'>RSS</a><a href='/about'>About</a></body></html>", "text/html");
        linking.Answer("/en/rss", Some.Rss(Some.Item(1)));
        await using var silent = await NewsSite.StartAsync();
        silent.Answer("/", "<html><body>Welcome</body></html>", "text/html");
        silent.Answer("/rss.xml", Some.Rss(Some.Item(1)));

        Assert.Equal(linking.At("/en/rss"), Assert.Single((await FindAsync(linking.At("/"))).Candidates).Address);
        Assert.Equal(silent.At("/rss.xml"), Assert.Single((await FindAsync(silent.At("/"))).Candidates).Address);
    }

    [Fact]
    public async Task At_last_the_news_sitemap_is_looked_for()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "<html><body>Welcome</body></html>", "text/html");
        site.Answer("/robots.txt", $"User-agent: *\nDisallow:\nSitemap: {site.At("/sitemap.xml")}\nsitemap: {site.At("/maps/news.xml")}\n", "text/plain");
        site.Answer("/maps/news.xml", "<urlset><url><loc>https://news.example/1</loc><news:news><news:title>One</news:title></news:news></url></urlset>", "application/xml");

        var search = await FindAsync(site.At("/"));

        var feed = Assert.Single(search.Candidates);
        Assert.Equal((site.At("/maps/news.xml"), "127.0.0.1"), (feed.Address, feed.Title));
        Assert.Equal(["One"], feed.Newest);
    }

    [Fact]
    public async Task A_page_without_any_feed_says_so()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "<!doctype html><html><body>Welcome</body></html>", "text/html");

        var search = await FindAsync(site.At("/"));

        Assert.Empty(search.Candidates);
        Assert.Empty(search.Broken);
        Assert.Equal("The address answered a web page, not a feed.", search.Why);
    }

    [Fact]
    public async Task Where_the_address_is_wrong_the_front_page_may_know_better()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", Page("/good"), "text/html");
        site.Answer("/good", Some.Rss(Some.Item(1)));

        var search = await FindAsync(site.At("/old/feed"));

        Assert.Equal(site.At("/good"), Assert.Single(search.Candidates).Address);
        Assert.Contains("404", search.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_and_one_that_is_not_there_are_told_as_what_they_are()
    {
        Assert.Contains("private or reserved network", (await FindAsync(new Uri("http://192.168.0.1/feed"), isPrivateAllowed: false)).Why, StringComparison.Ordinal);
        Assert.Contains("could not be found", (await FindAsync(new Uri("http://no-such-host.invalid/"))).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_has_moved_for_good_is_offered_where_it_is()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/old", 301, ("Location", "/new"));
        site.Answer("/for-now", 302, ("Location", "/new"));
        site.Answer("/new", Some.Rss(Some.Item(1)));

        Assert.Equal(site.At("/new"), Assert.Single((await FindAsync(site.At("/old"))).Candidates).Address);
        Assert.Equal(site.At("/for-now"), Assert.Single((await FindAsync(site.At("/for-now"))).Candidates).Address);
    }

    private static string Page(params string[] feeds) =>
        $"<!doctype html><html><head>{string.Concat(feeds.Select(feed => $"<link rel=\"alternate\" type=\"application/rss+xml\" href=\"{feed}\">"))}</head></html>";

    private static async Task<DiscoveryResult> FindAsync(Uri address, bool isPrivateAllowed = true)
    {
        using var fetcher = Some.Fetcher(change: options => options.AllowPrivateNetworks = isPrivateAllowed);
        return await new SourceDiscovery(fetcher, new SitemapFetcher(fetcher), TimeProvider.System).FindAsync(address, TestContext.Current.CancellationToken);
    }
}
