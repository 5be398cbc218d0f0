using System.Xml;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Walks a feed forward, once, and gives its fields and entries one by one. Where it stops being XML, it ends with a warning:
/// what was given so far stands, the element that was broken off is not given.
/// </summary>
internal sealed class FeedDocument : IDisposable
{
    /// <summary>Deeper nesting is no feed; walking what was read stays within the stack.</summary>
    private const int MaximumDepth = 256;

    /// <summary>A newspaper's feed has tens of entries, an archive hundreds.</summary>
    private const int MostEntries = 5_000;

    private readonly XmlReader reader;
    private readonly FeedWarnings warnings;
    private readonly Stack<(int Depth, Uri? Base)> bases = new();
    private readonly string homeNamespace = "";

    public FeedDocument(string xml, Uri? address, FeedWarnings warnings)
    {
        this.warnings = warnings;
        bases.Push((-1, address));
        reader = XmlReader.Create(new StringReader(xml), Settings(xml), FeedNamespaces.Context(xml));
        Root = Guarded(() => reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null);
        if (Root is not null)
        {
            homeNamespace = reader.NamespaceURI;
            Header = Open();
        }
    }

    /// <summary>The local name of the root element, or null when there is none.</summary>
    public string? Root { get; }

    /// <summary>The root element; it holds those fields of the feed that the walk has passed.</summary>
    public FeedElement Header { get; } = new("", null, "");

    /// <summary>Walks on from entry to entry, and gathers the fields of the feed on the way.</summary>
    public IEnumerable<FeedElement> Entries(string name)
    {
        var entries = 0;
        while (Next() is { } part)
        {
            if (part.Name != name)
            {
                Header.Append(part);
            }
            else if (++entries <= MostEntries)
            {
                yield return part;
            }
            else
            {
                warnings.Add($"The feed has more than {MostEntries} entries; the rest was not read.");
                yield break;
            }
        }
    }

    /// <summary>The next field or entry of the feed, or null at its end. Channels are walked into, not given.</summary>
    private FeedElement? Next() => Guarded(() =>
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName != "channel" || reader.Depth > 1)
            {
                return ReadElement();
            }

            Open();
        }

        return null;
    });

    public void Dispose() => reader.Dispose();

    private FeedElement ReadElement()
    {
        var top = Open();
        if (reader.IsEmptyElement)
        {
            return top;
        }

        var open = new Stack<FeedElement>([top]);
        while (open.Count > 0 && reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Open();
                    open.Peek().Append(child);
                    if (!reader.IsEmptyElement)
                    {
                        open.Push(child);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().Append(reader.Value);
                    break;
            }
        }

        return top;
    }

    /// <summary>The element that the reader stands on, with its attributes; the reader stays on it.</summary>
    private FeedElement Open()
    {
        if (reader.Depth > MaximumDepth)
        {
            throw new XmlException("It is nested too deeply.");
        }

        while (bases.Peek().Depth >= reader.Depth)
        {
            bases.Pop();
        }

        var inherited = bases.Peek().Base;
        if (reader.GetAttribute("xml:base") is { } written && Uri.TryCreate(inherited, written, out var own))
        {
            bases.Push((reader.Depth, own));
            inherited = own;
        }

        var element = new FeedElement(QualifiedName(), inherited, reader.XmlLang);
        while (reader.MoveToNextAttribute())
        {
            element.Set(FeedNamespaces.Qualify(reader.NamespaceURI, reader.LocalName), reader.Value);
        }

        reader.MoveToElement();
        return element;
    }

    /// <summary>A feed whose own namespace is missing, misspelt or new is read by its root's name.</summary>
    private string QualifiedName() => reader.NamespaceURI != homeNamespace || Root == "RDF"
        ? FeedNamespaces.Qualify(reader.NamespaceURI, reader.LocalName)
        : Root == "feed" ? $"atom:{reader.LocalName}" : reader.LocalName;

    private T? Guarded<T>(Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (XmlException exception)
        {
            warnings.Add($"The feed is broken at line {exception.LineNumber}: what came before was read, the rest was not.");
            return null;
        }
    }

    private static XmlReaderSettings Settings(string xml) => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = xml.Length + 1L,
        CheckCharacters = false, // XmlRepair took out what is forbidden.
        CloseInput = true,
    };
}
