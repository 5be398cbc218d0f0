using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.Control;

/// <summary>The form of the control API on both sides: camelCase, names for enums, nothing for null.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
}
