using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Fetching;
using NewsBot.Tests.Sources;

namespace NewsBot.Tests.Fetching;

public sealed class Http2Tests
{
    [Fact]
    public async Task A_site_that_speaks_HTTP_2_is_spoken_to_in_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate)));
        await using var site = builder.Build();
        site.Run(context => context.Response.WriteAsync(context.Request.Protocol));
        await site.StartAsync(TestContext.Current.CancellationToken);
        using var fetcher = Some.Fetcher();
        fetcher.Handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString();

        var outcome = await fetcher.GetAsync(new FetchRequest(new Uri(site.Urls.First())), TestContext.Current.CancellationToken);

        Assert.Equal("HTTP/2"u8, Assert.IsType<FetchOutcome.Fetched>(outcome).Body.Span);
    }
}
