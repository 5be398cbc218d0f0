using System.Text;
using System.Text.Json;
using NewsBot.Content.Html;
using NewsBot.Content.Json;

namespace NewsBot.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). Where it breaks off, what was read so far stands.</summary>
internal static class JsonFeedReader
{
    private static readonly JsonReaderOptions Options =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <returns>Null for JSON that is no feed, and for what is no JSON.</returns>
    public static Feed? Read(string text, Uri? address, FeedWarnings warnings)
    {
        var fields = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        var items = new List<JsonElement>();
        var isFeed = Walk(Encoding.UTF8.GetBytes(JsonRepair.Repair(text)), fields, items, warnings);
        var says = new JsonFields(fields, address);
        if (!isFeed && says.Text("version")?.Contains("jsonfeed", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        var entries = items.Where(item => item.ValueKind == JsonValueKind.Object).Select(item => ReadEntry(JsonFields.Of(item, address), warnings)).ToList();
        return new Feed(
            HtmlToText.Line(says.Text("title") ?? ""),
            says.Address("home_page_url"),
            says.Text("feed_url"),
            says.Text("description"),
            says.Text("language"),
            entries.Max(entry => entry.Updated ?? entry.Published),
            Pace: null,
            FeedAuthors.Inherited(entries, AuthorsOf(says)),
            warnings.All);
    }

    private static FeedEntry ReadEntry(JsonFields item, FeedWarnings warnings) => new(
        item.Text("id"),
        HtmlToText.Line(item.Text("title") ?? ""),
        item.Address("url") ?? item.Address("external_url") ?? FeedFields.Address(item.Text("id"), null),
        item.Date("date_published", warnings),
        item.Date("date_modified", warnings),
        AuthorsOf(item),
        HtmlToText.Paragraphs(item.Text("summary") ?? ""),
        item.Text("content_html") is { Length: > 0 } html ? HtmlToText.OfHtml(html) : HtmlToText.Literal(item.Text("content_text") ?? ""),
        FeedFields.Names(item.Texts("tags")));

    private static IReadOnlyList<string> AuthorsOf(JsonFields fields) =>
        FeedFields.Names(fields.Objects("authors").Concat(fields.Objects("author")).Select(author => author.Text("name")));

    /// <summary>Goes forward over the outermost object. Returns whether it has a list of items.</summary>
    private static bool Walk(ReadOnlySpan<byte> json, Dictionary<string, JsonElement> fields, List<JsonElement> items, FeedWarnings warnings)
    {
        var hasItems = false;
        try
        {
            var reader = new Utf8JsonReader(json, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name == "items" && reader.TokenType == JsonTokenType.StartArray)
                {
                    hasItems = true;
                    WalkItems(ref reader, items, warnings);
                }
                else
                {
                    fields[name] = JsonElement.ParseValue(ref reader);
                }
            }
        }
        catch (JsonException exception)
        {
            warnings.Add("broken-json", $"The feed is broken at line {exception.LineNumber + 1}: what came before was read, the rest was not.");
        }

        return hasItems;
    }

    private static void WalkItems(ref Utf8JsonReader reader, List<JsonElement> items, FeedWarnings warnings)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == FeedDocument.MaxEntries)
            {
                warnings.Add("too-many-entries", $"The feed has more than {FeedDocument.MaxEntries} entries; the rest was not read.");
                reader.Skip();
                continue;
            }

            items.Add(JsonElement.ParseValue(ref reader));
        }
    }
}
