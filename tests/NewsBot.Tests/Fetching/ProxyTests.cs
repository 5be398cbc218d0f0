using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NewsBot.Fetching;
using NewsBot.Tests.Sources;

namespace NewsBot.Tests.Fetching;

public sealed class ProxyTests
{
    private const string Public = "198.41.0.4";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secure_site_is_reached_through_a_proxy_by_its_vetted_address()
    {
        await using var proxy = await NewsSite.StartAsync();
        var target = "";
        proxy.Answer("", context =>
        {
            target = $"{context.Request.Method} {context.Features.Get<IHttpRequestFeature>()!.RawTarget}";
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return Task.CompletedTask;
        });
        using var fetcher = Through(proxy, Public);

        Assert.IsType<FetchOutcome.Failed>(await fetcher.GetAsync(new FetchRequest(new Uri("https://news.example/feed")), Stop));
        Assert.Equal($"CONNECT {Public}:443", target);
    }

    [Fact]
    public async Task A_plain_site_is_reached_through_a_proxy_by_its_name()
    {
        await using var proxy = await NewsSite.StartAsync();
        proxy.Answer("/feed", "body");
        using var fetcher = Through(proxy, Public);

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.GetAsync(new FetchRequest(new Uri("http://news.example/feed")), Stop));
        Assert.Equal("news.example", Assert.Single(proxy.Requests).Headers["Host"]);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    public async Task A_proxy_is_never_asked_for_a_private_address(string address)
    {
        await using var proxy = await NewsSite.StartAsync();
        using var fetcher = Through(proxy, address);

        var outcome = await fetcher.GetAsync(new FetchRequest(new Uri("http://inside.example/feed")), Stop);

        Assert.Contains("private or reserved network", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task A_redirect_through_a_proxy_is_vetted_too()
    {
        await using var proxy = await NewsSite.StartAsync();
        proxy.Answer("/feed", 302, ("Location", "http://192.168.0.1/secret"));
        using var fetcher = Through(proxy, Public);

        var outcome = await fetcher.GetAsync(new FetchRequest(new Uri("http://news.example/feed")), Stop);

        Assert.Contains("private or reserved network", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
        Assert.Single(proxy.Requests);
    }

    private static Fetcher Through(NewsSite proxy, string resolved) => Some.Fetcher(
        change: options => (options.AllowPrivateNetworks, options.Proxy) = (false, proxy.At("/").AbsoluteUri),
        resolve: (host, _) => Task.FromResult<IPAddress[]>([IPAddress.TryParse(host, out var literal) ? literal : IPAddress.Parse(resolved)]));
}
