using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace NewsBot.Sandbox;

/// <summary>A Sandbox with a web server of its own.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly HttpClient http;

    private SandboxServer(WebApplication application)
    {
        this.application = application;
        Address = new Uri(application.Urls.Single());
        http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
        Client = new SandboxClient(http);
    }

    /// <summary>Where it listens, with the port that was free if 0 was asked for.</summary>
    public Uri Address { get; }

    public SandboxClient Client { get; }

    public SandboxWorld World => application.Services.GetRequiredService<SandboxWorld>();

    /// <param name="url">http://127.0.0.1:8081; port 0 takes a free one. Only this machine's own addresses are taken.</param>
    /// <param name="time">The clock of limits, expiry and dates; the system's when null.</param>
    /// <param name="services">Adds what <paramref name="routes"/> needs.</param>
    /// <param name="routes">Maps more beside the Sandbox, such as the sample news site.</param>
    /// <exception cref="ArgumentException">The address is not this machine's, or the token is a real one.</exception>
    public static async Task<SandboxServer> StartAsync(
        string url,
        SandboxOptions? options = null,
        TimeProvider? time = null,
        Action<IServiceCollection>? services = null,
        Action<IEndpointRouteBuilder>? routes = null)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
        {
            throw new ArgumentException("The Sandbox listens on this machine alone: http://127.0.0.1 with a port.", nameof(url));
        }
        // An empty builder reads neither settings files nor the environment, so what runs beside it cannot change it.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSandbox(options ?? new SandboxOptions());
        services?.Invoke(builder.Services);
        var application = builder.Build();
        application.MapSandbox();
        routes?.Invoke(application);
        await application.StartAsync();
        return new SandboxServer(application);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
    }
}
