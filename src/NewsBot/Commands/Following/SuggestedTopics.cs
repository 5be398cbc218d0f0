using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;
using NewsBot.Topics.Queries;

namespace NewsBot.Commands.Following;

/// <summary>
/// Topics that are offered to somebody who has named none. Only topics of the catalogue, never what people wrote: those that many chats
/// follow, then well-known ones for the person's language (SuggestedTopics.json).
/// </summary>
internal static partial class SuggestedTopics
{
    /// <summary>With fewer followers, that a topic is followed would tell something about a person.</summary>
    private const int MinFollowers = 20;

    private const int Max = 6;
    private const int PerRow = 3;
    private const int Candidates = 50;

    private static readonly Dictionary<string, string[]> WellKnown = ReadWellKnown();

    /// <summary>Rows of buttons, each of which follows a topic.</summary>
    /// <param name="languageCode">As Telegram gives it ("de", "pt-br"), or null.</param>
    public static async Task<IEnumerable<IReadOnlyList<Button>>> RowsAsync(NewsDb db, string? languageCode, CancellationToken cancellationToken)
    {
        var mostFollowed = await db.Subscriptions
            .GroupBy(subscription => subscription.TopicId)
            .Select(followers => new { TopicId = followers.Key, Followers = followers.Count() })
            .Where(popular => popular.Followers >= MinFollowers)
            .OrderByDescending(popular => popular.Followers)
            .Take(Candidates)
            .Join(db.Topics, popular => popular.TopicId, topic => topic.Id, (popular, topic) => new { Topic = topic, popular.Followers })
            .OrderByDescending(popular => popular.Followers)
            .Select(popular => popular.Topic)
            .ToListAsync(cancellationToken);
        return mostFollowed.Select(TopicQuery.Restore).Select(query => query?.Root).OfType<TopicNode.Known>().Select(known => known.Concept.Name)
            .Concat(NamesFor(languageCode))
            .DistinctBy(MeaningOf)
            .Take(Max)
            .Select(name => new Button(name, $"{CommandTable.Subscribe}:{name}"))
            .Chunk(PerRow);
    }

    /// <summary>The well-known topics for a language, by their names in it; the English ones where it has none.</summary>
    internal static string[] NamesFor(string? languageCode) =>
        languageCode is { Length: >= 2 } && WellKnown.TryGetValue(languageCode[..2].ToLowerInvariant(), out var names) ? names : WellKnown["en"];

    private static string MeaningOf(string name) => TopicQuery.Parse(name) is TopicParse.Success { Query: var query } ? query.Canonical : name;

    private static Dictionary<string, string[]> ReadWellKnown()
    {
        using var file = typeof(SuggestedTopics).Assembly.GetManifestResourceStream("NewsBot.Commands.Following.SuggestedTopics.json")!;
        return JsonSerializer.Deserialize(file, SuggestionsJson.Default.DictionaryStringStringArray)!;
    }

    [JsonSerializable(typeof(Dictionary<string, string[]>))]
    private sealed partial class SuggestionsJson : JsonSerializerContext;
}
