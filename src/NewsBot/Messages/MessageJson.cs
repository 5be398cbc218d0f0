using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Messages;

/// <summary>How a message that is said to one chat alone waits in the outbox.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Message))]
internal sealed partial class MessageJson : JsonSerializerContext
{
    public static string Write(Message message) => JsonSerializer.Serialize(message, Default.Message);

    /// <exception cref="JsonException">The text is not what <see cref="Write"/> wrote.</exception>
    public static Message Read(string json) =>
        JsonSerializer.Deserialize(json, Default.Message) ?? throw new JsonException("A message cannot be null.");
}
