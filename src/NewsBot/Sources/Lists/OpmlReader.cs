using System.Xml;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Lists;

/// <summary>Reads the feeds out of an OPML file, however they are grouped.</summary>
internal static class OpmlReader
{
    /// <summary>The feeds in the file's order, each address once. Where the file stops being XML, those before; none where it is no OPML.</summary>
    public static IReadOnlyList<ListedFeed> Read(ReadOnlyMemory<byte> file)
    {
        var warnings = new FeedWarnings();
        if (XmlRepair.WithoutJunkBefore(FeedCharset.Decode(file.Span, contentType: null, warnings), warnings) is not { } text)
        {
            return [];
        }

        var feeds = new Dictionary<string, ListedFeed>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(
            new StringReader(XmlRepair.Repair(text, warnings)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersInDocument = text.Length * 6L });
        try
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && FeedOf(reader) is { } feed)
                {
                    feeds.TryAdd(feed.Address, feed);
                }
            }
        }
        catch (XmlException)
        {
            // What came before is as good as it was.
        }

        return [.. feeds.Values];
    }

    private static ListedFeed? FeedOf(XmlReader reader)
    {
        var written = reader.GetAttribute("xmlUrl") ?? reader.GetAttribute("xmlurl");
        return reader.LocalName == "outline" && FeedFields.Address(written, null) is { } address
            ? new ListedFeed(new Uri(address).AbsoluteUri, reader.GetAttribute("title") ?? reader.GetAttribute("text"))
            : null;
    }
}
