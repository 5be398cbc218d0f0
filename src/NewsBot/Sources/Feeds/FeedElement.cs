using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.Sources.Feeds;

/// <summary>One field of a feed or of an entry with all that is inside it.</summary>
/// <param name="name">Qualified by <see cref="FeedNamespaces.Qualify"/>.</param>
/// <param name="baseAddress">What its relative addresses are relative to (xml:base, else the feed's address), or null.</param>
/// <param name="language">xml:lang in force, or empty.</param>
internal sealed class FeedElement(string name, Uri? baseAddress, string language)
{
    /// <summary>Entries have some ten fields; of more the names are indexed.</summary>
    private const int MaxScanned = 100;

    /// <summary>The children by name, once there are many; null after one was added.</summary>
    private ILookup<string, FeedElement>? index;

    /// <summary>Its only text, as most have; null when there is none, or more inside it.</summary>
    private string? onlyText;

    /// <summary>What is inside it, in its order; null where that is one text or nothing.</summary>
    private List<(string? Text, FeedElement? Element)>? content;

    /// <summary>None for a content of null.</summary>
    private ReadOnlySpan<(string? Text, FeedElement? Element)> Nodes => CollectionsMarshal.AsSpan(content);

    /// <summary>Null while it has none, as most have.</summary>
    private Dictionary<string, string>? attributes;

    public string Name => name;

    public Uri? BaseAddress => baseAddress;

    public string Language => language;

    public bool HasChildren => content?.Exists(node => node.Element is not null) == true;

    /// <summary>The text of it and of all within it.</summary>
    public string Text
    {
        get
        {
            if (content is null)
            {
                return onlyText ?? "";
            }

            var text = new StringBuilder();
            AppendText(text);
            return text.ToString();
        }
    }

    /// <summary>What is inside it as HTML, for markup that stands in the feed unescaped (Atom's type="xhtml").</summary>
    public string InnerMarkup
    {
        get
        {
            var markup = new StringBuilder();
            AppendContent(markup);
            return markup.ToString();
        }
    }

    public string? Attribute(string attribute) => attributes?.GetValueOrDefault(attribute);

    /// <summary>The children of the name, in their order; mostly none or one.</summary>
    public IReadOnlyList<FeedElement> All(string child)
    {
        if (content?.Count > MaxScanned)
        {
            return [.. Index()[child]];
        }

        List<FeedElement>? found = null;
        foreach (var (_, element) in Nodes)
        {
            if (element is not null && element.Name.Equals(child, StringComparison.OrdinalIgnoreCase))
            {
                (found ??= new(1)).Add(element);
            }
        }

        return found ?? [];
    }

    /// <summary>The first child of the first of the names that there is one of.</summary>
    public FeedElement? First(params ReadOnlySpan<string> names)
    {
        foreach (var wanted in names)
        {
            if (content?.Count > MaxScanned)
            {
                if (Index()[wanted].FirstOrDefault() is { } indexed)
                {
                    return indexed;
                }

                continue;
            }

            foreach (var (_, element) in Nodes)
            {
                if (element is not null && element.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return element;
                }
            }
        }

        return null;
    }

    public void Set(string attribute, string value) => (attributes ??= new(StringComparer.OrdinalIgnoreCase))[attribute] = value;

    public void Append(string text)
    {
        if (content is null && onlyText is null)
        {
            onlyText = text;
        }
        else
        {
            Several().Add((text, null));
        }
    }

    public void Append(FeedElement element)
    {
        Several().Add((null, element));
        index = null;
    }

    private ILookup<string, FeedElement> Index() =>
        index ??= content!.Where(node => node.Element is not null).Select(node => node.Element!).ToLookup(element => element.Name, StringComparer.OrdinalIgnoreCase);

    private List<(string? Text, FeedElement? Element)> Several()
    {
        if (content is null)
        {
            content = onlyText is null ? [] : [(onlyText, null)];
            onlyText = null;
        }

        return content;
    }

    private void AppendText(StringBuilder into)
    {
        into.Append(onlyText);
        foreach (var (text, element) in Nodes)
        {
            into.Append(text);
            element?.AppendText(into);
        }
    }

    private void AppendContent(StringBuilder into)
    {
        into.Append(Escaped(onlyText));
        foreach (var (text, element) in Nodes)
        {
            into.Append(Escaped(text));
            element?.AppendMarkup(into);
        }
    }

    private static string? Escaped(string? text) =>
        text?.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private void AppendMarkup(StringBuilder into)
    {
        var tag = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
        into.Append('<').Append(tag).Append('>');
        AppendContent(into);
        into.Append("</").Append(tag).Append('>');
    }
}
