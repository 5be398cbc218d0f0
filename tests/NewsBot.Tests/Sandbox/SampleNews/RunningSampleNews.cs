using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

/// <summary>The sample news on an ephemeral port of this machine, on a clock that stands still.</summary>
internal sealed class RunningSampleNews : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly SocketsHttpHandler handler = new();

    private RunningSampleNews(WebApplication application)
    {
        this.application = application;
        Client = new HttpClient(handler) { BaseAddress = new Uri(application.Urls.First()) };
    }

    public HttpClient Client { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)application.Services.GetRequiredService<TimeProvider>();

    public SampleNewsSite Site => application.Services.GetRequiredService<SampleNewsSite>();

    public static async Task<RunningSampleNews> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2030, 5, 6, 12, 0, 0, TimeSpan.Zero)));
        builder.Services.AddSampleNews();
        var application = builder.Build();
        application.MapSampleNews();
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new RunningSampleNews(application);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        handler.Dispose();
        await application.DisposeAsync();
    }
}
