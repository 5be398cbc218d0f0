using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Writes the feed of the sample news: RSS 2.0, the newest page first.</summary>
internal static class SampleNewsFeed
{
    /// <summary>A feed holds the latest pages, as real ones do.</summary>
    public const int MaxItems = 100;

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <param name="pages">The newest first.</param>
    /// <param name="address">Of a path on the site, absolute.</param>
    public static byte[] Write(IReadOnlyList<PublishedPage> pages, Func<string, string> address)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            writer.WriteStartElement("rss");
            writer.WriteAttributeString("version", "2.0");
            writer.WriteAttributeString("xmlns", "dc", null, DublinCore);
            writer.WriteStartElement("channel");
            writer.WriteElementString("title", "Sample news");
            writer.WriteElementString("link", address("/news"));
            writer.WriteElementString("description", "Invented pages to try NewsBot with. Nothing told here happened.");
            foreach (var page in pages.Take(MaxItems))
            {
                WriteItem(writer, page, address);
            }

            writer.WriteEndElement();
            writer.WriteEndElement();
        }

        return stream.ToArray();
    }

    private static void WriteItem(XmlWriter writer, PublishedPage page, Func<string, string> address)
    {
        writer.WriteStartElement("item");
        writer.WriteElementString("title", page.Title);
        writer.WriteElementString("link", address($"/news/{page.Slug}"));

        // A description is HTML by RSS 2.0, so a "<" of the text is encoded for HTML first and for XML by the writer.
        writer.WriteElementString("description", WebUtility.HtmlEncode(page.Lede));
        writer.WriteStartElement("guid");
        writer.WriteAttributeString("isPermaLink", "false");
        writer.WriteString($"newsbot-sample:{page.Slug}");
        writer.WriteEndElement();
        if (page.Dated)
        {
            writer.WriteElementString("dc", "creator", DublinCore, page.Author);
            writer.WriteElementString("pubDate", page.PublishedAt.UtcDateTime.ToString("r", CultureInfo.InvariantCulture));
        }

        writer.WriteEndElement();
    }
}
