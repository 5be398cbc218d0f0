using NewsBot.Fetching;
using NewsBot.Tests.Sources;

namespace NewsBot.Tests.Fetching;

public sealed class RedirectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(301, 308, true)]
    [InlineData(308, 301, true)]
    [InlineData(301, 302, false)]
    [InlineData(307, 301, false)]
    [InlineData(303, 303, false)]
    public async Task A_feed_has_moved_only_when_every_step_is_permanent(int first, int second, bool moved)
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/old", first, ("Location", "/between#part"));
        site.Answer("/between", second, ("Location", site.At("/new").AbsoluteUri));
        site.Answer("/new", "body");
        using var fetcher = Some.Fetcher();

        var outcome = Assert.IsType<FetchOutcome.Fetched>(await fetcher.GetAsync(new FetchRequest(site.At("/old")), Stop));

        Assert.Equal(site.At("/new"), outcome.Address);
        Assert.Equal(moved ? site.At("/new") : null, outcome.MovedTo);
        Assert.Equal(["/old", "/between", "/new"], site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Redirects_without_end_are_given_up_after_five()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", 302, ("Location", "/"));
        using var fetcher = Some.Fetcher();

        var outcome = await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop);

        Assert.Contains("redirects", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
        Assert.Equal(6, site.Requests.Count);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://files.example/feed")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Only_the_web_is_redirected_to(string location)
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", 302, ("Location", location));
        using var fetcher = Some.Fetcher();

        Assert.IsType<FetchOutcome.Failed>(await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop));
        Assert.Single(site.Requests);
    }

    [Fact]
    public void A_secure_address_never_leads_to_an_open_one()
    {
        var trail = new RedirectChain(new Uri("https://news.example/feed"));
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.MovedPermanently);
        response.Headers.Location = new Uri("http://news.example/feed");

        Assert.Contains("https to plain http", trail.Follow(response), StringComparison.Ordinal);
    }
}
