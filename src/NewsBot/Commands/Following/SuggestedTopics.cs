using Microsoft.EntityFrameworkCore;
using NewsBot.Messages;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands.Following;

/// <summary>Topics that are offered to somebody who has named none: what most chats follow, filled up with well-known ones.</summary>
internal static class SuggestedTopics
{
    private const int Most = 6;
    private const int PerRow = 3;

    private static readonly string[] WellKnown = ["NATO", "Ukraine", "North Korea", "European Union", "Climate", "Football"];

    /// <summary>Rows of buttons, each of which follows a topic.</summary>
    public static async Task<IEnumerable<IReadOnlyList<Button>>> RowsAsync(NewsDb db, CancellationToken cancellationToken)
    {
        var mostFollowed = await db.Subscriptions
            .GroupBy(subscription => subscription.TopicId)
            .OrderByDescending(followers => followers.Count())
            .Select(followers => followers.Key)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var popular = await db.Topics.Where(topic => mostFollowed.Contains(topic.Id)).ToListAsync(cancellationToken);
        return popular.Select(topic => TopicButton.For(topic.Name, "subscribe", topic))
            .Concat(WellKnown.Select(name => new Button(name, $"subscribe:{name}")))
            .DistinctBy(button => button.Label, StringComparer.OrdinalIgnoreCase)
            .Take(Most)
            .Chunk(PerRow);
    }
}
