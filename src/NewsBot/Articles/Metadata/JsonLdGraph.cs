using System.Net;
using System.Text.Json;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>One JSON-LD block: its top-level nodes, and those that others refer to by @id.</summary>
internal sealed class JsonLdGraph
{
    private const int MaxValues = 50;

    private readonly List<JsonElement> nodes = [];
    private readonly Dictionary<string, JsonElement> byId = new(StringComparer.Ordinal);

    public JsonLdGraph(JsonElement root)
    {
        Collect(root);
        foreach (var node in nodes)
        {
            if (Text(node, "@id") is { } id)
            {
                byId.TryAdd(id, node);
            }
        }
    }

    public IEnumerable<JsonElement> Articles => nodes.Where(node => HasType(node, IsArticle));

    /// <summary>The page itself, a recipe, instructions: they tell author and date as articles do, under names that are none of headlines.</summary>
    public IEnumerable<JsonElement> Pages => nodes.Where(node => HasType(node, type => type.EndsWith("Page", StringComparison.Ordinal) || type is "Recipe" or "HowTo"));

    public JsonLdArticle Read(JsonElement article) => new(
        Text(article, "headline"),
        [.. Values(article, "author").Concat(Values(article, "creator")).Take(MaxValues).Select(Name).OfType<string>().Distinct()],
        Text(article, "datePublished") ?? Text(article, "dateCreated"),
        Values(article, "publisher").Select(Name).FirstOrDefault(),
        Text(article, "inLanguage"),
        Text(article, "description"),
        Values(article, "articleBody").FirstOrDefault() is { ValueKind: JsonValueKind.String } body ? body.GetString() : null,
        [.. Values(article, "articleSection").Concat(Values(article, "keywords")).Take(MaxValues).Select(Name).OfType<string>()]);

    private void Collect(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                Collect(item);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            nodes.Add(element);
            foreach (var nested in (string[])["@graph", "mainEntity"])
            {
                if (element.TryGetProperty(nested, out var inner))
                {
                    Collect(inner);
                }
            }
        }
    }

    private static bool HasType(JsonElement node, Func<string, bool> isWanted) =>
        Values(node, "@type").Any(type => type.ValueKind == JsonValueKind.String && type.GetString() is { } name && isWanted(name));

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type == "Report";

    /// <summary>A name, given as text, as a node with a name, or by reference to such a node.</summary>
    private string? Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Clean(value.GetString()),
        JsonValueKind.Object => Text(value, "name") ?? FullName(value)
            ?? (Text(value, "@id") is { } id && byId.TryGetValue(id, out var node) ? Text(node, "name") : null),
        _ => null,
    };

    private static string? FullName(JsonElement person) =>
        Text(person, "givenName") is { } given ? Text(person, "familyName") is { } family ? $"{given} {family}" : given : Text(person, "familyName");

    private static string? Text(JsonElement node, string property) =>
        Values(node, property).FirstOrDefault(value => value.ValueKind == JsonValueKind.String) is { ValueKind: JsonValueKind.String } text
            ? Clean(text.GetString())
            : null;

    private static IEnumerable<JsonElement> Values(JsonElement node, string property)
    {
        if (node.ValueKind != JsonValueKind.Object || !node.TryGetProperty(property, out var value))
        {
            yield break;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return value;
            yield break;
        }

        foreach (var item in value.EnumerateArray())
        {
            yield return item;
        }
    }

    private static string? Clean(string? text) => DisplayText.StatementOrNull(WebUtility.HtmlDecode(text));
}
