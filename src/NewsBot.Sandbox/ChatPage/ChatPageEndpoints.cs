using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace NewsBot.Sandbox.ChatPage;

/// <summary>The chat page at / and its files at /sandbox/page/…, from the assembly's resources.</summary>
internal static class ChatPageEndpoints
{
    // Nothing from elsewhere and nothing inline: foreign text could not run even if a bug let it in.
    private const string Policy = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var options = routes.ServiceProvider.GetRequiredService<SandboxOptions>();
        routes.MapGet("/", context => SendIfAsync(LocalRequest.IsAllowedOrNavigation(context, options), context, "index.html"));
        routes.MapGet("/sandbox/page/{file}", (HttpContext context, string file) => SendIfAsync(LocalRequest.IsAllowed(context, options), context, file));
    }

    private static Task SendIfAsync(bool isAllowed, HttpContext context, string file)
    {
        if (isAllowed)
        {
            return SendAsync(context, file);
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static async Task SendAsync(HttpContext context, string file)
    {
        await using var resource = typeof(ChatPageEndpoints).Assembly.GetManifestResourceStream($"chat/{file}");
        if (resource is null)
        {
            context.Response.StatusCode = 404;
            return;
        }
        context.Response.ContentType = Path.GetExtension(file) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "application/octet-stream",
        };
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        await resource.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
