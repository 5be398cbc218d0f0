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
    private const int MaxDepth = 256;

    /// <summary>A newspaper's feed has tens of entries, an archive hundreds.</summary>
    public const int MaxEntries = 5_000;

    /// <summary>Sixty for each of the most entries.</summary>
    private const int MaxElements = 60 * MaxEntries;

    private readonly XmlReader reader;
    private readonly FeedWarnings warnings;
    private readonly Stack<(int Depth, Uri? Base)> bases = new();
    private readonly string homeNamespace = "";
    private readonly int firstLine;
    private readonly (int Line, int Column) end;
    private int elements;
    private bool isOvergrown;
    private bool isCutOff;

    /// <param name="xml">From the root element on.</param>
    /// <param name="address">What relative addresses are relative to, or null.</param>
    /// <param name="warnings">Takes what is odd.</param>
    /// <param name="firstLine">The lines of the feed that stood before it.</param>
    public FeedDocument(string xml, Uri? address, FeedWarnings warnings, int firstLine = 0)
    {
        this.warnings = warnings;
        this.firstLine = firstLine;
        bases.Push((-1, address));
        reader = XmlReader.Create(new StringReader(xml), Settings(xml), FeedNamespaces.Context(xml));
        var text = xml.AsSpan().TrimEnd();
        end = (1 + text.Count('\n'), text.Length - text.LastIndexOf('\n'));
        Root = Guarded(() => reader.MoveToContent() == XmlNodeType.Element ? reader.LocalName : null);
        if (Root is not null)
        {
            homeNamespace = reader.NamespaceURI;
            Header = Open();
        }
    }

    /// <summary>Whether it stopped being XML before its end.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether it stopped where the text does, which no other way of reading would mend.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The local name of the root element, or null when there is none.</summary>
    public string? Root { get; }

    /// <summary>The root element; it holds those fields of the feed that the walk has passed.</summary>
    public FeedElement Header { get; } = new("", null, "");

    /// <summary>Walks on from entry to entry, and gathers the fields of the feed on the way.</summary>
    /// <param name="names">What its entries are called; feeds mix the names of others with their own.</param>
    public IEnumerable<FeedElement> Entries(params string[] names)
    {
        var entries = 0;
        while (Next() is { } part)
        {
            if (!names.Contains(part.Name, StringComparer.OrdinalIgnoreCase))
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
        while (!IsBroken && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (!Is(reader.LocalName, "channel") || reader.Depth > 1)
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
        if (reader.Depth > MaxDepth || ++elements > MaxElements)
        {
            isOvergrown = true;
            throw new XmlException("It is nested too deeply, or has too many elements.", null, ((IXmlLineInfo)reader).LineNumber, 0);
        }

        while (bases.Peek().Depth >= reader.Depth)
        {
            bases.Pop();
        }

        var inherited = bases.Peek().Base;
        if ((reader.GetAttribute("xml:base") ?? BaseOfCdf()) is { } written && Uri.TryCreate(inherited, written, out var own) && own.Scheme is "http" or "https")
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
    private string QualifiedName() => reader.NamespaceURI != homeNamespace || Is(Root, "RDF")
        ? FeedNamespaces.Qualify(reader.NamespaceURI, reader.LocalName)
        : Is(Root, "feed") ? $"atom:{reader.LocalName}" : reader.LocalName;

    /// <summary>Channel Definition Format, written in capitals, has a base of its own.</summary>
    private string? BaseOfCdf() => Is(Root, "channel") ? reader.GetAttribute("BASE") ?? reader.GetAttribute("base") : null;

    private static bool Is(string? written, string name) => name.Equals(written, StringComparison.OrdinalIgnoreCase);

    private T? Guarded<T>(Func<T?> step)
        where T : class
    {
        try
        {
            return step();
        }
        catch (XmlException exception)
        {
            IsBroken = true;
            IsTruncated = isCutOff = isOvergrown || (exception.LineNumber, exception.LinePosition).CompareTo(end) >= 0;
            warnings.Add("broken-xml", $"The feed is broken at line {exception.LineNumber + firstLine}: what came before was read, the rest was not.");
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
