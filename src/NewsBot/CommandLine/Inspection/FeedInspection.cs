using System.CommandLine;
using NewsBot.Sources.Feeds;

namespace NewsBot.CommandLine.Inspection;

/// <summary><c>inspect feed</c>: what the feed reader makes of an input.</summary>
/// <param name="contentType">In place of the answer's Content-Type, or null.</param>
/// <param name="baseAddress">In place of the address that answered, or null.</param>
internal sealed class FeedInspection(string? contentType, Uri? baseAddress)
{
    public static Command Command()
    {
        var inputs = InspectCommand.Inputs("FILE-OR-URL");
        var type = new Option<string?>("--content-type") { Description = "The Content-Type that the feeds are served with.", HelpName = "T" };
        var address = InspectCommand.AddressOption("--base-url", "Where the feeds are served: relative links are relative to that.");
        var command = new Command("feed", "The fields and entries of feeds.") { inputs, type, address };
        command.SetAction((parsed, cancellationToken) => InspectionRun.StartAsync(
            parsed,
            parsed.GetRequiredValue(inputs),
            _ => new FeedInspection(parsed.GetValue(type), parsed.GetValue(address)).Inspect,
            cancellationToken));
        return command;
    }

    public IEnumerable<InspectionLine> Inspect(InspectionInput input)
    {
        // A file's name says nothing of the kind of feed: feed.html and feed.txt are names for them too.
        var type = contentType ?? (input.Address is null ? null : input.ContentType);
        yield return FeedReader.Read(input.Body, type, baseAddress ?? input.Address) switch
        {
            FeedReadResult.Read read => LineOf(input, read.Feed),
            FeedReadResult.NotAFeed other => new InspectionLine.Unreadable(input.Name, other.Why),
            _ => throw new InvalidOperationException("There is no other kind of reading."),
        };
    }

    private static InspectionLine.OfFeed LineOf(InspectionInput input, Feed feed) => new(
        input.Name,
        new InspectionLine.FeedPart(feed.Title, feed.Link, feed.Id, feed.Description, feed.Language, feed.Updated?.UtcDateTime),
        [.. feed.Entries.Select(PartOf)],
        feed.Warnings);

    private static InspectionLine.EntryPart PartOf(FeedEntry entry) => new(
        entry.Id,
        entry.Title,
        entry.Link,
        entry.Published?.UtcDateTime,
        entry.Updated?.UtcDateTime,
        entry.Authors.Count > 0 ? string.Join(", ", entry.Authors) : null,
        entry.Summary,
        entry.Content,
        entry.Tags);
}
