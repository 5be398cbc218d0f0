using System.Buffers;
using System.Xml;

namespace NewsBot.Sources.Feeds;

/// <summary>The vocabularies that feeds mix, each under one prefix, whatever the feed calls it.</summary>
internal static class FeedNamespaces
{
    /// <summary>More prefixes than any feed needs; the rest stay undeclared.</summary>
    private const int MaxPrefixes = 100;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-");

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = "",
        ["http://purl.org/rss/1.0"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://purl.org/rss/1.0/modules/rss091#"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss091"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://cyber.law.harvard.edu/rss"] = "",
        ["http://www.w3.org/2005/Atom"] = "atom",
        ["http://purl.org/atom/ns#"] = "atom",
        ["http://purl.org/atom"] = "atom",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf",
        ["http://purl.org/dc/elements/1.1"] = "dc",
        ["http://purl.org/dc/elements/1.0"] = "dc",
        ["http://purl.org/dc/terms"] = "dcterms",
        ["http://purl.org/rss/1.0/modules/content"] = "content",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes",
        ["http://search.yahoo.com/mrss"] = "media",
        ["http://www.w3.org/1999/xhtml"] = "xhtml",
        ["http://www.google.com/schemas/sitemap-news/0.9"] = "news",
    };

    /// <summary>"title", "dc:creator", "atom:link"; "?:name" for what belongs to a vocabulary unknown here.</summary>
    public static string Qualify(string namespaceUri, string localName) =>
        namespaceUri.Length == 0 ? localName
        : !Prefixes.TryGetValue(Comparable(namespaceUri), out var prefix) ? $"?:{localName}"
        : prefix.Length == 0 ? localName
        : $"{prefix}:{localName}";

    /// <summary>
    /// Declares every prefix that the text uses, since feeds forget to: a reader would stop at the first one. What the feed declares itself goes first.
    /// </summary>
    public static XmlParserContext Context(string xml)
    {
        var names = new NameTable();
        var manager = new XmlNamespaceManager(names);
        var used = new HashSet<string>(StringComparer.Ordinal);
        for (var colon = xml.IndexOf(':', StringComparison.Ordinal); colon > 0 && used.Count < MaxPrefixes; colon = xml.IndexOf(':', colon + 1))
        {
            var prefix = PrefixBefore(xml, colon);
            if (prefix.Length > 0 && !prefix.StartsWith("xml", StringComparison.OrdinalIgnoreCase) && used.Add(prefix.ToString()))
            {
                manager.AddNamespace(prefix.ToString(), Usual(prefix.ToString()));
            }
        }

        return new XmlParserContext(names, manager, xmlLang: null, XmlSpace.None);
    }

    /// <summary>The prefix that ends at the colon, where one may stand in a tag: behind its beginning or white space, and before a name. Else empty.</summary>
    private static ReadOnlySpan<char> PrefixBefore(string xml, int colon)
    {
        var start = xml.AsSpan(0, colon).LastIndexOfAnyExcept(NameCharacters) + 1;
        var end = xml.AsSpan(colon + 1).IndexOfAnyExcept(NameCharacters) + colon + 1;
        return start > 0 && start < colon && end > colon + 1 && IsStart(xml[start]) && IsStart(xml[colon + 1])
            && (xml[start - 1] == '<' || char.IsWhiteSpace(xml[start - 1])) && (xml[end] is '=' or '/' or '>' || char.IsWhiteSpace(xml[end]))
                ? xml.AsSpan(start, colon - start)
                : [];
    }

    private static bool IsStart(char character) => char.IsAsciiLetter(character) || character == '_';

    private static string Usual(string prefix) =>
        Prefixes.FirstOrDefault(known => known.Value.Equals(prefix, StringComparison.OrdinalIgnoreCase)).Key ?? $"undeclared:{prefix}";

    private static string Comparable(string namespaceUri)
    {
        var trimmed = namespaceUri.AsSpan().Trim().TrimEnd('/');
        return trimmed.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? string.Concat("http:", trimmed[6..]) : trimmed.ToString();
    }
}
