using System.Text.Json.Serialization;

namespace NewsBot.Sandbox.SampleNews;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SampleCatalogue))]
[JsonSerializable(typeof(DemonstrationTexts))]
internal sealed partial class SampleNewsJson : JsonSerializerContext;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(OwnPage))]
[JsonSerializable(typeof(PublishedAddress))]
[JsonSerializable(typeof(IReadOnlyList<ListedPage>))]
internal sealed partial class SampleNewsControlJson : JsonSerializerContext;
