using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace NewsBot.BotApi;

/// <summary>One element of an answer to getUpdates, not yet understood.</summary>
/// <param name="UpdateId">Its number, or null where none can be read.</param>
/// <param name="Json">Its raw text.</param>
internal sealed record ReceivedUpdate(long? UpdateId, string Json)
{
    public static ReceivedUpdate Of(JsonElement element) => new(
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("update_id", out var number)
        && number.ValueKind == JsonValueKind.Number
        && number.TryGetInt64(out var id)
        && id >= 0
            ? id
            : null,
        element.GetRawText());

    /// <summary>The number it is kept under, which is the same when it comes again.</summary>
    public long Key => UpdateId ?? Fingerprint();

    private long Fingerprint() =>
        BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Json))) | long.MinValue;
}
