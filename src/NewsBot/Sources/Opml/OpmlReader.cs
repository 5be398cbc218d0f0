using System.Xml;
using NewsBot.Content.Encodings;
using NewsBot.Sources.Feeds;

namespace NewsBot.Sources.Opml;

/// <summary>Reads the feeds out of an OPML file, however they are grouped.</summary>
internal static class OpmlReader
{
    /// <summary>The feeds in the file's order, each address once. Where the file stops being XML, those before; none where it is no OPML.</summary>
    public static OpmlList Read(ReadOnlyMemory<byte> file)
    {
        var warnings = new FeedWarnings();
        var decoded = TextDecoder.Decode(file.Span, contentType: null).Text;
        if (FeedRoot.Find(decoded, ["opml"]) is not { } root)
        {
            return new OpmlList([], []);
        }

        var text = decoded[root.Start..];

        var feeds = new Dictionary<string, OpmlFeed>(StringComparer.Ordinal);
        var unusable = new List<string>();
        using var reader = XmlReader.Create(
            new StringReader(XmlRepair.Repair(text, InternalEntities.Of(decoded.AsSpan(0, root.Start)), warnings)),
            new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, MaxCharactersInDocument = text.Length * 6L });
        try
        {
            while (reader.Read())
            {
                if (reader is not { NodeType: XmlNodeType.Element, LocalName: "outline" } || Written(reader) is not { } written)
                {
                    continue;
                }

                if (FeedFields.Address(written, null) is { } address)
                {
                    var feed = new OpmlFeed(new Uri(address).AbsoluteUri, reader.GetAttribute("title") ?? reader.GetAttribute("text"));
                    feeds.TryAdd(feed.Address, feed);
                }
                else
                {
                    unusable.Add(written);
                }
            }
        }
        catch (XmlException)
        {
            // What came before is as good as it was.
        }

        return new OpmlList([.. feeds.Values], unusable);
    }

    /// <summary>What stands for the address of a feed; null for a folder.</summary>
    private static string? Written(XmlReader reader) => reader.GetAttribute("xmlUrl") ?? reader.GetAttribute("xmlurl");
}
