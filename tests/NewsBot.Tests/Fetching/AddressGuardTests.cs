using System.Net;
using NewsBot.Fetching;
using NewsBot.Sources;
using NewsBot.Tests.Sources;

namespace NewsBot.Tests.Fetching;

public sealed class AddressGuardTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("http://127.0.0.1:9/")]
    [InlineData("http://localhost:9/")]
    [InlineData("http://127.1/")]
    [InlineData("http://0/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://127。0。0。1/")]
    [InlineData("http://127．0．0．1/")]
    [InlineData("http://①②⑦.0.0.1/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.100.100.200/latest/meta-data/")]
    [InlineData("http://168.63.129.16/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[::1]:9/")]
    [InlineData("http://[::127.0.0.1]/")]
    [InlineData("http://[::ffff:127.0.0.1]:9/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[64:ff9b:1::a00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2001:0:4136:e378::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[ff02::1]/")]
    [InlineData("http://news.example@127.0.0.1/")]
    public async Task A_private_address_is_refused_however_it_is_written(string address)
    {
        using var fetcher = Some.Fetcher(change: options => options.AllowPrivateNetworks = false);

        AssertRefused(await fetcher.GetAsync(new FetchRequest(new Uri(address)), Stop));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3", "192.168.7.7")]
    [InlineData("100.127.255.255")]
    [InlineData("::1", "64:ff9b::a00:1", "2002:a00:1::")]
    public async Task A_name_that_leads_to_private_addresses_alone_is_refused(params string[] addresses)
    {
        using var fetcher = Some.Fetcher(
            change: options => options.AllowPrivateNetworks = false, resolve: (_, _) => Task.FromResult(addresses.Select(IPAddress.Parse).ToArray()));

        AssertRefused(await fetcher.GetAsync(new FetchRequest(new Uri("https://inside.example/")), Stop));
    }

    [Fact]
    public async Task Of_a_name_with_both_kinds_of_addresses_the_public_ones_are_left()
    {
        var guard = new AddressGuard(
            Some.Options(options => options.AllowPrivateNetworks = false), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.Parse("1.1.1.1")]));

        Assert.Equal([IPAddress.Parse("1.1.1.1")], await guard.VetAsync("mixed.example", 443, Stop));
    }

    [Fact]
    public async Task What_was_vetted_is_what_is_connected_to_even_when_the_name_has_moved_since()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "body");
        var lookedUp = 0;
        using var fetcher = Some.Fetcher(resolve: (_, _) => Task.FromResult<IPAddress[]>([lookedUp++ == 0 ? IPAddress.Loopback : IPAddress.Parse("192.0.2.1")]));

        var outcome = await fetcher.GetAsync(new FetchRequest(new UriBuilder(site.At("/")) { Host = "moving.example" }.Uri), Stop);

        Assert.IsType<FetchOutcome.Fetched>(outcome);
        Assert.Equal(1, lookedUp);
    }

    [Fact]
    public async Task A_name_that_was_public_before_is_vetted_at_each_connection()
    {
        await using var site = await NewsSite.StartAsync();
        site.Answer("/", "body", headers: ("Connection", "close"));
        SourceOptions? settings = null;
        using var fetcher = Some.Fetcher(change: options => settings = options, resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));
        var address = new UriBuilder(site.At("/")) { Host = "rebinding.example" }.Uri;

        Assert.IsType<FetchOutcome.Fetched>(await fetcher.GetAsync(new FetchRequest(address), Stop));
        settings!.AllowPrivateNetworks = false; // Loopback stood for a public address until now.

        AssertRefused(await fetcher.GetAsync(new FetchRequest(address), Stop));
        Assert.Single(site.Requests);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://user:password@localhost/")]
    public async Task A_redirect_to_a_private_address_is_refused(string? target)
    {
        await using var site = await NewsSite.StartAsync();
        await using var inner = await NewsSite.StartAsync();
        SourceOptions? settings = null;
        site.Answer("/", context =>
        {
            // Loopback stands for the public site until it redirects, and for the private one from then on.
            settings!.AllowPrivateNetworks = false;
            context.Response.Redirect(target ?? inner.At("/secret").AbsoluteUri);
            return Task.CompletedTask;
        });
        using var fetcher = Some.Fetcher(change: options => settings = options);

        AssertRefused(await fetcher.GetAsync(new FetchRequest(site.At("/")), Stop));
        Assert.Single(site.Requests);
        Assert.Empty(inner.Requests);
    }

    [Theory]
    [InlineData("http://mail.example:25/")]
    [InlineData("https://shell.example:22/")]
    [InlineData("http://cache.example:6379/")]
    public async Task Only_ports_of_the_web_are_knocked_at(string address)
    {
        using var fetcher = Some.Fetcher(
            change: options => options.AllowPrivateNetworks = false, resolve: (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("1.1.1.1")]));

        var outcome = await fetcher.GetAsync(new FetchRequest(new Uri(address)), Stop);

        Assert.Contains("where no public site is", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
    }

    private static void AssertRefused(FetchOutcome outcome) =>
        Assert.Contains("private or reserved network", Assert.IsType<FetchOutcome.Failed>(outcome).Why, StringComparison.Ordinal);
}
