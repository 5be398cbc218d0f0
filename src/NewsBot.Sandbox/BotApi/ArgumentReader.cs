using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Sandbox.BotApi;

/// <summary>Arguments from the query, a form of either encoding, or a JSON body; the body wins.</summary>
internal static class ArgumentReader
{
    /// <exception cref="CallRefusedException">The body is no JSON object.</exception>
    public static async Task<CallArguments> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var files = new Dictionary<string, (string, byte[])>(StringComparer.Ordinal);
        foreach (var (name, value) in request.Query)
        {
            values[name] = JsonValue.Create($"{value}");
        }
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellation);
            foreach (var (name, value) in form)
            {
                values[name] = JsonValue.Create($"{value}");
            }
            foreach (var file in form.Files)
            {
                using var content = new MemoryStream();
                await file.CopyToAsync(content, cancellation);
                files[file.Name] = (file.FileName, content.ToArray());
            }
        }
        else if (request.HasJsonContentType())
        {
            foreach (var (name, value) in await ReadObjectAsync(request, cancellation))
            {
                values[name] = value;
            }
        }
        return new CallArguments(values) { Files = files };
    }

    private static async Task<JsonObject> ReadObjectAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (body.Length == 0)
        {
            return [];
        }
        try
        {
            body.Position = 0;
            return (await JsonNode.ParseAsync(body, cancellationToken: cancellation))?.AsObject() ?? [];
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            throw CallRefusedException.BadRequest("can't parse JSON object");
        }
    }
}
