using System.Text;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Rewrites a feed whose tags do not match, as browsers do with pages: a tag that closes nothing is dropped, an element that is not closed ends
/// where its parent does, or where the next field or entry begins; attributes get the quotes that they lack. For feeds that an XML reader gave up.
/// </summary>
internal sealed class TagBalance
{
    /// <summary>Deeper nesting is no feed; what is deeper is passed over.</summary>
    private const int MaxDepth = 128;

    private static readonly HashSet<string> Entries = new(StringComparer.OrdinalIgnoreCase) { "item", "entry", "url", "sitemap" };

    /// <summary>Fields that hold text alone: another field within one of them means that it was not closed.</summary>
    private static readonly HashSet<string> TextFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "link", "guid", "id", "pubDate", "published", "updated", "modified", "issued", "created", "lastBuildDate", "date", "creator", "language", "copyright",
        "rights", "generator", "docs", "ttl", "category", "comments", "webMaster", "managingEditor", "name", "email", "uri", "loc", "lastmod", "subtitle", "tagline",
        "updatePeriod", "updateFrequency", "publication_date", "keywords",
    };

    private static readonly HashSet<string> OtherFields = new(StringComparer.OrdinalIgnoreCase)
    {
        "description", "summary", "encoded", "content", "author", "image", "enclosure", "source", "channel", "group", "thumbnail",
    };

    private readonly string xml;
    private readonly StringBuilder balanced;
    private readonly List<string> open = [];

    private TagBalance(string xml) => (this.xml, balanced) = (xml, new StringBuilder(xml.Length + 256));

    /// <param name="xml">What <see cref="XmlRepair"/> made of the feed: no comments, and no angle bracket that begins no tag.</param>
    public static string Balance(string xml) => new TagBalance(xml).Run();

    private string Run()
    {
        var position = 0;
        while (xml.IndexOf('<', position) is >= 0 and var start)
        {
            balanced.Append(xml, position, start - position);
            position = xml.AsSpan(start).StartsWith("<![CDATA[", StringComparison.Ordinal) ? CopyCdata(start)
                : xml.AsSpan(start) is ['<', '/', ..] ? EndTag(start)
                : StartTag(start);
        }

        balanced.Append(xml, position, xml.Length - position);
        for (var index = open.Count - 1; index >= 0 && !Entries.Contains(LocalName(open[index])); index--)
        {
            Close(index);
        }

        return balanced.ToString(); // An entry that is still open was cut off; the reader drops it.
    }

    private int CopyCdata(int start)
    {
        var end = xml.IndexOf("]]>", start, StringComparison.Ordinal) is >= 0 and var closing ? closing + 3 : xml.Length;
        balanced.Append(xml, start, end - start);
        return end;
    }

    private int EndTag(int start)
    {
        var end = xml.IndexOf('>', start) is >= 0 and var closing ? closing + 1 : xml.Length;
        var name = xml.AsSpan(start + 2, Math.Max(0, end - start - 3)).Trim().ToString();
        var index = open.FindLastIndex(candidate => candidate.Equals(name, StringComparison.OrdinalIgnoreCase));
        // A stray end tag in an entry must not close the entry; that of the whole feed may.
        var isAroundEntry = open.FindLastIndex(candidate => Entries.Contains(LocalName(candidate))) > index;
        if (index >= 0 && (!isAroundEntry || Entries.Contains(LocalName(name)) || LocalName(name) is "channel" or "feed" or "rss" or "RDF"))
        {
            Close(index);
        }

        return end;
    }

    private int StartTag(int start)
    {
        var tag = TagReader.Read(xml, start);
        var local = LocalName(tag.Name);
        var (isEntry, isField) = (Entries.Contains(local), TextFields.Contains(local) || OtherFields.Contains(local));
        if (isEntry && open.FindLastIndex(name => Entries.Contains(LocalName(name))) is >= 0 and var entry)
        {
            Close(entry);
        }

        if ((isEntry || isField) && open.Count > 0 && TextFields.Contains(LocalName(open[^1])))
        {
            Close(open.Count - 1);
        }

        if (open.Count < MaxDepth)
        {
            balanced.Append(tag.Markup);
            if (!tag.IsEmpty)
            {
                open.Add(tag.Name);
            }
        }

        return tag.End;
    }

    /// <summary>Closes the element and all that is open within it.</summary>
    private void Close(int index)
    {
        for (var last = open.Count - 1; last >= index; last--)
        {
            balanced.Append("</").Append(open[last]).Append('>');
            open.RemoveAt(last);
        }
    }

    private static string LocalName(string name) => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
