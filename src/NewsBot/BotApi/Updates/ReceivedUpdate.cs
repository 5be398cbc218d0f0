using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsBot.BotApi.Updates;

/// <summary>One update as it came, polled or posted, not yet parsed.</summary>
/// <param name="UpdateId">Its number, 0 to 2,147,483,646 (Bot API, Update: a 32-bit integer); null where none can be read.</param>
/// <param name="Json">Its raw text.</param>
/// <param name="Flaw">Why it is not even parsed, or null.</param>
internal sealed record ReceivedUpdate(long? UpdateId, string Json, string? Flaw = null)
{
    /// <summary>Telegram's own updates are some kilobytes: the longest text of a message is 32,768 characters.</summary>
    public const int MaxText = 1024 * 1024;

    private const string TooLarge = "it is larger than 1 MiB";

    // The reader's own default of 64 would lose a whole batch for one deeply nested update; alone it fails when it is read.
    public static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 2000 };

    /// <summary>An element of an answer to getUpdates.</summary>
    public static ReceivedUpdate Of(JsonElement element)
    {
        var (number, json) = (NumberOf(element), element.GetRawText());
        return new ReceivedUpdate(number, json, number is null ? "its update_id cannot be read" : json.Length > MaxText ? TooLarge : null);
    }

    /// <summary>The body of a post to the webhook.</summary>
    /// <param name="isWhole">False when it was longer and is cut off.</param>
    public static ReceivedUpdate Of(string body, bool isWhole)
    {
        try
        {
            using var document = JsonDocument.Parse(body, AnyDepth);
            return Of(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return new ReceivedUpdate(null, body, isWhole ? "it is not JSON" : TooLarge);
        }
    }

    /// <summary>The number it is kept under, which is the same when it comes again.</summary>
    public long Key => UpdateId ?? Fingerprint();

    private static long? NumberOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.EnumerateObject().Where(property => IsNamed(property, "update_id"u8)).Select(property => property.Value).FirstOrDefault()
            is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out var id)
        && id is >= 0 and < int.MaxValue
            ? id
            : null;

    /// <summary>A name with an unpaired surrogate throws when it is compared; it is none of those that are looked for.</summary>
    private static bool IsNamed(JsonProperty property, ReadOnlySpan<byte> name)
    {
        try
        {
            return property.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private long Fingerprint() =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Json))) | long.MinValue;
}
