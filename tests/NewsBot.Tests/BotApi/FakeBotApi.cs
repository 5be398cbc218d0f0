using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Tests.BotApi;

/// <summary>A web server in the place of Telegram's, which answers as a test tells it.</summary>
internal sealed class FakeBotApi : IAsyncDisposable
{
    public const string Token = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcK";

    private readonly WebApplication app;

    private FakeBotApi(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>Every request: its method of the Bot API and its body.</summary>
    public ConcurrentQueue<(string Method, JsonElement Body)> Requests { get; } = new();

    /// <summary>What answers, given the method and the number of the request (from 1).</summary>
    public Func<HttpContext, string, int, Task> Answer { get; set; } = (http, _, _) => Ok(http, "true");

    public static async Task<FakeBotApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var fake = new FakeBotApi(builder.Build());
        fake.app.Map("/bot{token}/{method}", fake.HandleAsync);
        await fake.app.StartAsync();
        return fake;
    }

    public int Count(string method) => Requests.Count(request => request.Method == method);

    public static Task Ok(HttpContext http, string result) => Json(http, 200, $$"""{"ok":true,"result":{{result}}}""");

    public static Task Sent(HttpContext http) =>
        Ok(http, """{"message_id":77,"date":1700000000,"chat":{"id":5,"type":"private"},"text":"x"}""");

    public static Task Refuse(HttpContext http, int code, string description, string? parameters = null) => Json(
        http,
        code,
        $$"""{"ok":false,"error_code":{{code}},"description":{{JsonSerializer.Serialize(description)}}{{(parameters is null ? "" : $",\"parameters\":{parameters}")}}}""");

    public static Task Json(HttpContext http, int status, string body) => Raw(http, status, "application/json", body);

    public static Task Raw(HttpContext http, int status, string type, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        return http.Response.WriteAsync(body);
    }

    /// <summary>Announces a long answer and breaks off in the middle of it.</summary>
    public static async Task BreakOff(HttpContext http)
    {
        http.Response.ContentLength = 1000;
        await http.Response.WriteAsync("{\"ok\":true,");
        await http.Response.Body.FlushAsync();
        http.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var method = (string)http.Request.RouteValues["method"]!;
        int number;
        lock (Requests)
        {
            Requests.Enqueue((method, body.Length == 0 ? default : JsonElement.Parse(body)));
            number = Requests.Count;
        }

        await Answer(http, method, number);
    }
}
