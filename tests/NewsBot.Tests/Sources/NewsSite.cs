using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.Tests.Sources;

/// <summary>A site on this machine that answers as a test says and keeps what it was asked.</summary>
public sealed class NewsSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, RequestDelegate> answers = new();
    private readonly ConcurrentQueue<Request> requests = new();

    private NewsSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public IReadOnlyList<Request> Requests => [.. requests];

    public static async Task<NewsSite> StartAsync()
    {
        var site = new NewsSite();
        await site.app.StartAsync();
        return site;
    }

    public Uri At(string path) =>
        new(new Uri(app.Urls.First()), path);

    public void Answer(string path, RequestDelegate answer) => answers[path] = answer;

    public void Answer(string path, string body, string contentType = "application/rss+xml", params (string Name, string Value)[] headers) =>
        Answer(path, async context =>
        {
            context.Response.ContentType = contentType;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            await context.Response.WriteAsync(body);
        });

    public void Answer(string path, int status, params (string Name, string Value)[] headers) =>
        Answer(path, context =>
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return Task.CompletedTask;
        });

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task AnswerAsync(HttpContext context)
    {
        requests.Enqueue(new Request(
            context.Request.Path,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        return answers.TryGetValue(context.Request.Path, out var answer) ? answer(context) : Missing(context);
    }

    private static Task Missing(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    public sealed record Request(string Path, IReadOnlyDictionary<string, string> Headers);
}
