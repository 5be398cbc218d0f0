using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Tests.Oracles;

/// <summary>Telegram's own text parser, the library behind the Bot API servers. It answers these requests without a network or an account.</summary>
internal sealed class TdLib
{
    private static readonly Lazy<TdLib?> Loaded = new(Load);

    private readonly Execute execute;

    private TdLib(Execute execute)
    {
        this.execute = execute;
        // It writes every refusal to standard output otherwise.
        Ask(new JsonObject { ["@type"] = "setLogVerbosityLevel", ["new_verbosity_level"] = 0 });
    }

    private delegate nint Execute(byte[] request);

    /// <summary>The library; skips the test where it is not installed.</summary>
    public static TdLib OrSkip()
    {
        Assert.SkipWhen(Loaded.Value is null, "TDLib is not installed: npm ci in tests/oracles brings it, for Linux on x64.");
        return Loaded.Value!;
    }

    /// <summary>What parse_mode HTML makes of a text, before it is cleaned.</summary>
    public Parsed ParseHtml(string html) => Formatted(Ask(new JsonObject
    {
        ["@type"] = "parseTextEntities",
        ["text"] = html,
        ["parse_mode"] = new JsonObject { ["@type"] = "textParseModeHTML" },
    }));

    /// <summary>The entities that are found in a plain text.</summary>
    public IReadOnlyList<ReadEntity> FindEntities(string text) =>
        Entities(Ask(new JsonObject { ["@type"] = "getTextEntities", ["text"] = text }));

    /// <summary>What is left of a text that holds no Markdown after the cleaning that every text goes through.</summary>
    public string Clean(string text) => Formatted(Ask(new JsonObject
    {
        ["@type"] = "parseMarkdown",
        ["text"] = new JsonObject { ["@type"] = "formattedText", ["text"] = text },
    })).Text;

    private static Parsed Formatted(JsonNode answer) => answer["@type"]!.GetValue<string>() == "error"
        ? new Parsed("", [], answer["message"]!.GetValue<string>())
        : new Parsed(answer["text"]!.GetValue<string>(), Entities(answer), null);

    private static IReadOnlyList<ReadEntity> Entities(JsonNode answer) => [.. answer["entities"]!.AsArray().Select(entity => ReadEntity.From(entity!))];

    // The answer's memory is the library's until this thread asks again.
    private JsonNode Ask(JsonObject request)
    {
        var answer = execute([.. JsonSerializer.SerializeToUtf8Bytes(request), 0]);
        var length = 0;
        while (Marshal.ReadByte(answer, length) != 0)
        {
            length++;
        }

        var bytes = new byte[length];
        Marshal.Copy(answer, bytes, 0, length);
        return JsonNode.Parse(Encoding.UTF8.GetString(bytes))!;
    }

    private static TdLib? Load()
    {
        var file = Environment.GetEnvironmentVariable("NEWSBOT_TDLIB")
            ?? OracleFolder.Find("node_modules/@prebuilt-tdlib/linux-x64-glibc/libtdjson.so");
        return file is not null && NativeLibrary.TryLoad(file, out var library)
            ? new TdLib(Marshal.GetDelegateForFunctionPointer<Execute>(NativeLibrary.GetExport(library, "td_execute")))
            : null;
    }
}

/// <summary>A text with its entities as lines, or the error without "Can't parse entities: ".</summary>
internal sealed record Parsed(string Text, IReadOnlyList<ReadEntity> Entities, string? Error)
{
    public override string ToString() => Error is null ? $"{Text} [{string.Join(", ", Entities)}]" : $"error: {Error}";
}
