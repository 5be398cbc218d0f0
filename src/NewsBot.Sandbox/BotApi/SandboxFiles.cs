using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace NewsBot.Sandbox.BotApi;

/// <summary>The files that people and the bot have sent, kept while the Sandbox lives.</summary>
internal sealed class SandboxFiles
{
    private readonly ConcurrentDictionary<string, (string Name, byte[] Content)> files = new();
    private int last;

    /// <summary>Keeps a file. Returns the Document that stands for it in messages.</summary>
    public JsonObject Add(string name, byte[] content)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"sandbox-file-{Interlocked.Increment(ref last)}");
        files[id] = (name, content);
        return new JsonObject { ["file_id"] = id, ["file_unique_id"] = id, ["file_name"] = name, ["file_size"] = content.Length };
    }

    public (string Name, byte[] Content)? Find(string id) => files.TryGetValue(id, out var file) ? file : null;

    /// <summary>getFile.</summary>
    public JsonNode GetFile(CallArguments arguments) => arguments.Text("file_id") is { } id && Find(id) is { } file
        ? new JsonObject { ["file_id"] = id, ["file_unique_id"] = id, ["file_size"] = file.Content.Length, ["file_path"] = $"documents/{id}" }
        : throw CallRefusedException.BadRequest("wrong file_id or the file is temporarily unavailable");
}
