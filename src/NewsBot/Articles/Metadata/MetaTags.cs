using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsBot.Content.Html;

namespace NewsBot.Articles.Metadata;

/// <summary>The meta elements of a page by their name, property or itemprop.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IHtmlDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var name = meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop") ?? meta.GetAttribute("http-equiv");
            if (name is { Length: > 0 } && DisplayText.StatementOrNull(meta.GetAttribute("content")) is { } content)
            {
                if (!values.TryGetValue(name.Trim(), out var list))
                {
                    values.Add(name.Trim(), list = []);
                }

                list.Add(content);
            }
        }
    }

    /// <summary>The first value of the first name that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (values.TryGetValue(name, out var list))
            {
                return list[0];
            }
        }

        return null;
    }

    /// <summary>What stands beside a label that names it: "twitter:label1" with "Written by" and "twitter:data1" with the name.</summary>
    public IEnumerable<string> Labelled(Func<string, bool> isLabel) =>
        from number in (string[])["1", "2"]
        where First($"twitter:label{number}") is { } label && isLabel(label)
        select First($"twitter:data{number}") into value
        where value is not null
        select value;

    /// <summary>Every value of every name, in that order.</summary>
    public IEnumerable<string> All(params string[] names) =>
        names.SelectMany(name => values.TryGetValue(name, out var list) ? list : []);
}
