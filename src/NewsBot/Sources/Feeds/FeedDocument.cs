using System.Xml;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Walks a feed forward, once, and gives its fields and entries one by one. Where it stops being XML, it ends with a warning:
/// what was given so far stands. An element that ends in a wrong tag is given as far as it goes; one that is cut off with the text is not,
/// since half of an identity or a title would be another one.
/// </summary>
internal sealed class FeedDocument : IDisposable
{
    /// <summary>Deeper nesting is no feed; walking what was read stays within the stack.</summary>
    private const int MaximumDepth = 256;

    /// <summary>A newspaper's feed has tens of entries, an archive hundreds.</summary>
    public const int MaxEntries = 5_000;

    /// <summary>Sixty for each of the most entries.</summary>
    private const int MaxElements = 60 * MaxEntries;

    private readonly XmlReader reader;
    private readonly FeedWarnings warnings;
    private readonly Stack<(int Depth, Uri? Base)> bases = new();
    private readonly string homeNamespace = "";
    private readonly bool isInCapitals;
    private readonly int lines;
    private int elements;
    private bool isBroken;
    private bool isCutOff;

    public FeedDocument(string xml, Uri? address, FeedWarnings warnings)
    {
        this.warnings = warnings;
        bases.Push((-1, address));
        reader = XmlReader.Create(new StringReader(xml), Settings(xml), FeedNamespaces.Context(xml));
        lines = 1 + xml.AsSpan().TrimEnd().Count('\n');
        var written = Guarded(() => reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null);
        Root = written;
        if (written is not null)
        {
            // CDF is written in capitals, and now and then an RSS is.
            isInCapitals = written.Length > 3 ? written.All(char.IsAsciiLetterUpper) : written == "RSS";
            Root = Name(written);
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
            else if (++entries <= MaxEntries)
            {
                yield return part;
            }
            else
            {
                warnings.Add("too-many-entries", $"The feed has more than {MaxEntries} entries; the rest was not read.");
                yield break;
            }
        }
    }

    /// <summary>The next field or entry of the feed, or null at its end. Channels are walked into, not given.</summary>
    private FeedElement? Next() => Guarded(() =>
    {
        while (!isBroken && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (Name(reader.LocalName) != "channel" || reader.Depth > 1)
            {
                return ReadElement();
            }

            Open();
        }

        return null;
    });

    public void Dispose() => reader.Dispose();

    /// <summary>Null for an element that the end of the text cuts off.</summary>
    private FeedElement? ReadElement()
    {
        var top = Open();
        if (!reader.IsEmptyElement)
        {
            Guarded(() => Fill(top));
        }

        return isCutOff ? null : top;
    }

    private FeedElement Fill(FeedElement top)
    {
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
        if (reader.Depth > MaximumDepth || ++elements > MaxElements)
        {
            throw new XmlException("It is nested too deeply, or has too many elements.", null, ((IXmlLineInfo)reader).LineNumber, 0);
        }

        while (bases.Peek().Depth >= reader.Depth)
        {
            bases.Pop();
        }

        var inherited = bases.Peek().Base;
        if ((reader.GetAttribute("xml:base") ?? (isInCapitals ? reader.GetAttribute("BASE") : null)) is { } written && Uri.TryCreate(inherited, written, out var own))
        {
            bases.Push((reader.Depth, own));
            inherited = own;
        }

        var element = new FeedElement(QualifiedName(), inherited, reader.XmlLang);
        while (reader.MoveToNextAttribute())
        {
            element.Set(FeedNamespaces.Qualify(reader.NamespaceURI, Name(reader.LocalName)), reader.Value);
        }

        reader.MoveToElement();
        return element;
    }

    /// <summary>A feed whose own namespace is missing, misspelt or new is read by its root's name.</summary>
    private string QualifiedName() => reader.NamespaceURI != homeNamespace || Root == "RDF"
        ? FeedNamespaces.Qualify(reader.NamespaceURI, Name(reader.LocalName))
        : Root == "feed" ? $"atom:{reader.LocalName}" : Name(reader.LocalName);

    private string Name(string written) => isInCapitals ? written.ToLowerInvariant() : written;

    private T? Guarded<T>(Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (XmlException exception)
        {
            isBroken = true;
            isCutOff = exception.LineNumber >= lines;
            warnings.Add("broken-xml", $"The feed is broken at line {exception.LineNumber}: what came before was read, the rest was not.");
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
