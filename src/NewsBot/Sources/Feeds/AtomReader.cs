using System.Text;
using NewsBot.Content.Html;

namespace NewsBot.Sources.Feeds;

/// <summary>Atom 1.0 (RFC 4287) and 0.3.</summary>
internal static class AtomReader
{
    public static Feed Read(FeedDocument document, FeedWarnings warnings)
    {
        var entries = document.Entries("atom:entry", "atom:item").Select(entry => ReadEntry(entry, warnings)).ToList();
        var feed = document.Header;
        var description = Text(feed.First("atom:subtitle", "atom:tagline", "atom:description", "dc:description", "itunes:summary"));
        return new Feed(
            HtmlToText.Fold(Text(feed.First("atom:title"))),
            Alternate(feed),
            FeedFields.Verbatim(feed.First("atom:id")),
            description.Length > 0 ? description : null,
            feed.Language.Length > 0 ? feed.Language : FeedFields.Verbatim(feed.First("dc:language")),
            FeedFields.Date(feed, warnings, "atom:updated", "atom:modified", "atom:published", "dc:date"),
            RefreshHints.Of(feed),
            FeedAuthors.Inherited(entries, FeedAuthors.OfAtom(feed)),
            warnings.All);
    }

    /// <summary>The address of the page that an element stands for: its link to the alternate, which is what a link is that says nothing.</summary>
    public static string? Alternate(FeedElement element)
    {
        var links = element.All("atom:link")
            .Where(link => link.Attribute("rel") is null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate")
            .OrderBy(link => link.Attribute("type")?.Contains("html", StringComparison.OrdinalIgnoreCase) is false);
        return links.Select(link => FeedFields.Address(FeedFields.Reference(link) ?? link.Text, link.BaseAddress)).FirstOrDefault(address => address is not null);
    }

    private static FeedEntry ReadEntry(FeedElement entry, FeedWarnings warnings)
    {
        var content = entry.First("atom:content", "content:encoded", "atom:body");
        var id = FeedFields.Identity(entry.First("atom:id", "atom:guid"));
        var updated = FeedFields.Date(entry, warnings, "atom:updated", "atom:modified", "dcterms:modified"); // Atom lets an entry have this alone.
        return new FeedEntry(
            id,
            HtmlToText.Fold(Text(entry.First("atom:title", "dc:title") ?? FeedFields.Media(entry, "media:title"))),
            Alternate(entry) ?? FeedFields.Address(content?.Attribute("src"), content?.BaseAddress) ?? FeedFields.Address(id, null),
            FeedFields.Date(entry, warnings, "atom:published", "atom:issued", "atom:created", "atom:pubDate", "dc:date", "dcterms:issued") ?? updated,
            updated,
            FeedAuthors.OfAtom(entry),
            Text(entry.First("atom:summary", "atom:description", "dc:description") ?? FeedFields.Media(entry, "media:description")),
            Text(content),
            FeedFields.Names(entry.All("atom:category").Select(tag => tag.Attribute("label") ?? tag.Attribute("term") ?? tag.Text)
                .Concat(entry.All("dc:subject").Select(tag => tag.Text))));
    }

    /// <summary>A text construct as plain text (RFC 4287, 3.1; Atom 0.3 says "mode" for how and "type" for what).</summary>
    private static string Text(FeedElement? construct)
    {
        if (construct is null)
        {
            return "";
        }

        var type = construct.Attribute("type")?.Trim().ToLowerInvariant();
        if (construct.HasChildren)
        {
            return HtmlToText.OfHtml(construct.InnerMarkup);
        }

        if (IsBase64(construct, type))
        {
            return HtmlToText.Paragraphs(Encoding.UTF8.GetString(FeedFields.FromBase64(construct.Text)));
        }

        var text = construct.Text;
        return type switch
        {
            "html" or "xhtml" or "text/html" or "application/xhtml+xml" => HtmlToText.OfHtml(text),
            "text" or "text/plain" => HtmlToText.Literal(text),
            null or "" => HtmlToText.Paragraphs(text),
            _ when type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("xml", StringComparison.Ordinal) => HtmlToText.Paragraphs(text),
            _ => "",
        };
    }

    /// <summary>Content of a type that is neither text nor XML is in Base64 (RFC 4287, 4.1.3.3).</summary>
    private static bool IsBase64(FeedElement construct, string? type) =>
        construct.Attribute("mode") == "base64" || type is "application/octet-stream";
}
