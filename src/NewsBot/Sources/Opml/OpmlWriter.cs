using System.Text;
using System.Xml;

namespace NewsBot.Sources.Opml;

/// <summary>Writes feeds as an OPML 2.0 file, which every reader of feeds takes.</summary>
internal static class OpmlWriter
{
    public static string Write(IEnumerable<OpmlFeed> feeds)
    {
        using var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("opml");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("head");
            xml.WriteElementString("title", "Sources of NewsBot");
            xml.WriteEndElement();
            xml.WriteStartElement("body");
            foreach (var feed in feeds)
            {
                xml.WriteStartElement("outline");
                xml.WriteAttributeString("type", "rss");
                xml.WriteAttributeString("text", Plain(feed.Title ?? feed.Address));
                xml.WriteAttributeString("xmlUrl", feed.Address);
                xml.WriteEndElement();
            }
        }

        return text.ToString();
    }

    /// <summary>Titles are from outside, and XML 1.0 has no way to say some characters.</summary>
    private static string Plain(string title) => string.Concat(title.EnumerateRunes().Where(rune => !Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)));

    private sealed class Utf8Writer : StringWriter
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
