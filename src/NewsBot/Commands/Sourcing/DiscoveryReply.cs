using NewsBot.Messages;
using NewsBot.Sources.Discovery;

namespace NewsBot.Commands.Sourcing;

/// <summary>The reply to an address: its feeds, each with its figures and a button, or why there is none.</summary>
internal static class DiscoveryReply
{
    private const int MaxTitle = 80;

    /// <param name="request">The request.</param>
    /// <param name="result">What was found.</param>
    /// <param name="found">The rows of its candidates, in the same order.</param>
    /// <param name="watched">Ids of the sources that are watched at these addresses.</param>
    /// <param name="texts">In the language of the chat.</param>
    public static Message Of(
        DiscoveryRequest request, DiscoveryResult result, IReadOnlyList<DiscoveredFeed> found, IReadOnlyDictionary<string, long> watched, Texts texts)
    {
        var address = TypedAddress.Shown(new Uri(request.Address));
        var message = new MessageBuilder().Text(
            found.Count == 0 ? texts.FoundNothing(address, result.Why) : texts.FoundFeeds(address, found.Count, result.Why));
        foreach (var (candidate, row) in result.Candidates.Zip(found))
        {
            Describe(message, candidate, texts);
            var title = Short(candidate.Title);
            if (watched.TryGetValue(row.Address, out var source))
            {
                message.Text($"\n{texts.WatchedAlready}").Row(request.IsByAdmin ? [new Button($"{title} ✓", $"source:show {source}")] : []);
            }
            else
            {
                message.Row(new Button(request.IsByAdmin ? texts.AddFeedButton(title) : texts.ProposeFeedButton(title), $"addsource:take {row.Id}"));
            }
        }

        foreach (var broken in result.Broken)
        {
            message.Text($"\n\n{texts.BrokenFeed(TypedAddress.Shown(broken.Address), broken.Why)}");
        }

        return message.Build();
    }

    private static void Describe(MessageBuilder message, FeedCandidate candidate, Texts texts)
    {
        message.Text("\n\n").Bold(Short(candidate.Title));
        var figures = texts.FeedFigures(candidate.Language, candidate.EntriesPerDay);
        message.Text(figures.Length > 0 ? $" ({figures})" : "").Text($"\n{TypedAddress.Shown(candidate.Address)}");
        foreach (var title in candidate.Newest)
        {
            message.Text($"\n• {Short(title)}");
        }
    }

    private static string Short(string title) => title.Length <= MaxTitle ? title : $"{title[..(char.IsHighSurrogate(title[MaxTitle - 1]) ? MaxTitle - 1 : MaxTitle)]}…";
}
