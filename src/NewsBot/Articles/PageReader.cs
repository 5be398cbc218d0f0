using NewsBot.Content.Encodings;
using NewsBot.Content.Html;

namespace NewsBot.Articles;

/// <summary>Reads a news page, HTML or plain text. It never throws for what a page holds.</summary>
internal sealed class PageReader(TimeProvider time)
{
    /// <summary>More is cut off: the article stands in the first part of every page that has one.</summary>
    private const int MaximumBytes = 5 * 1024 * 1024;

    /// <summary>Reads the page.</summary>
    /// <param name="body">Its bytes, decompressed.</param>
    /// <param name="contentType">Its Content-Type, or null to go by the bytes and by the address.</param>
    /// <param name="address">Where it was found, or null; links on it are relative to that.</param>
    public PageOutcome Read(ReadOnlyMemory<byte> body, string? contentType, Uri? address)
    {
        var bytes = body.Span[..Math.Min(body.Length, MaximumBytes)];
        var outcome = PageKinds.Of(bytes, contentType, address) switch
        {
            PageKind.Html => ReadHtml(TextDecoder.Decode(bytes, contentType).Text, address),
            PageKind.PlainText => new PageOutcome.Read(PlainTextPageReader.Read(TextDecoder.Decode(bytes, contentType).Text, time.GetUtcNow())),
            _ => new PageOutcome.Unreadable($"The page is no text{(contentType is null ? "" : $" but {contentType}")}."),
        };
        return outcome is PageOutcome.Read read && body.Length > MaximumBytes
            ? new PageOutcome.Read(read.Reading with { Warnings = [.. read.Reading.Warnings, "The page is larger than 5 MiB and was cut there."] })
            : outcome;
    }

    private PageOutcome ReadHtml(string html, Uri? address)
    {
        using var document = BoundedHtmlParser.Parse(html);
        return document is null
            ? new PageOutcome.Unreadable("The page is nested deeper, or has more elements, than any article needs.")
            : new PageOutcome.Read(HtmlPageReader.Read(document, address, time.GetUtcNow()));
    }
}
