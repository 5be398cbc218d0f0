using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Content.Encodings;

/// <summary>The names of encodings, as browsers understand them (WHATWG Encoding, 4.2): "latin1" means windows-1252, "gb2312" gb18030.</summary>
internal static partial class EncodingLabels
{
    public const int Utf8CodePage = 65001;
    public const int WesternCodePage = 1252;
    private const int Utf7CodePage = 65000;

    private static readonly FrozenDictionary<string, int> CodePages = Read();

    static EncodingLabels() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Western => OfCodePage(WesternCodePage);

    /// <summary>Whether ASCII and Latin-1 are meant, which servers state when nobody chose.</summary>
    public static bool IsDefault(Encoding encoding) => encoding.CodePage == WesternCodePage;

    /// <summary>
    /// The encoding, or null for a label that names none that bytes with a readable label can be in: UTF-16 and UTF-32 are known by their
    /// first bytes, UTF-7 is a way to hide markup. Names that browsers do not know but .NET does are taken.
    /// </summary>
    public static Encoding? Find(string label)
    {
        var name = label.Trim(' ', '\t', '\r', '\n', '"', '\'').ToLowerInvariant();
        if (CodePages.TryGetValue(name, out var codePage))
        {
            return OfCodePage(codePage);
        }

        try
        {
            var encoding = Encoding.GetEncoding(name);
            return encoding.CodePage == Utf7CodePage || encoding is UnicodeEncoding or UTF32Encoding ? null : encoding;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether the label names a wide encoding, which a document whose label could be read is not in.</summary>
    public static bool IsWide(string label) =>
        label.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || label.StartsWith("utf16", StringComparison.OrdinalIgnoreCase)
        || label.StartsWith("utf-32", StringComparison.OrdinalIgnoreCase) || label.StartsWith("ucs-", StringComparison.OrdinalIgnoreCase);

    /// <summary>With U+FFFD for what is no character in it.</summary>
    public static Encoding OfCodePage(int codePage) => Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);

    private static FrozenDictionary<string, int> Read()
    {
        using var file = typeof(EncodingLabels).Assembly.GetManifestResourceStream("NewsBot.Content.Encodings.encoding-labels.json")!;
        return JsonSerializer.Deserialize(file, EncodingJson.Default.DictionaryStringEncodingEntry)!
            .SelectMany(entry => entry.Value.Labels.Select(label => KeyValuePair.Create(label, entry.Value.CodePage)))
            .ToFrozenDictionary();
    }

    internal sealed record EncodingEntry(int CodePage, List<string> Labels);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Dictionary<string, EncodingEntry>))]
    private sealed partial class EncodingJson : JsonSerializerContext;
}
