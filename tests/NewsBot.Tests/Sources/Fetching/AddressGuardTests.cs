using NewsBot.Sources;
using NewsBot.Sources.Fetching;

namespace NewsBot.Tests.Sources.Fetching;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://news.example@127.0.0.1/")]
    public async Task A_private_address_is_refused_however_it_is_written(string address)
    {
        using var fetcher = Some.Fetcher(change: options => options.AllowPrivateNetworks = false);

        var outcome = await fetcher.GetAsync(new FetchRequest(new Uri(address)), TestContext.Current.CancellationToken);

        Assert.Contains("private or reserved network", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_to_a_private_address_is_refused()
    {
        await using var site = await NewsSite.StartAsync();
        await using var inner = await NewsSite.StartAsync();
        SourceOptions? settings = null;
        site.Answer("/", context =>
        {
            // Loopback stands for the public site until it redirects, and for the private one from then on.
            settings!.AllowPrivateNetworks = false;
            context.Response.Redirect(inner.At("/secret").AbsoluteUri);
            return Task.CompletedTask;
        });
        using var fetcher = Some.Fetcher(change: options => settings = options);

        var outcome = await fetcher.GetAsync(new FetchRequest(site.At("/")), TestContext.Current.CancellationToken);

        Assert.Contains("private or reserved network", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
        Assert.Single(site.Requests);
        Assert.Empty(inner.Requests);
    }
}
