using System.Text;
using NewsBot.Content.Dates;
using NewsBot.Content.Html;

namespace NewsBot.Sources.Feeds;

/// <summary>How the fields that all kinds of feeds share are read.</summary>
internal static class FeedFields
{
    /// <summary>The text of a field of RSS: HTML where it looks like it (RSS does not say), whether escaped or not.</summary>
    public static string Paragraphs(FeedElement? field) =>
        field is null ? "" : field.HasChildren ? HtmlToText.OfHtml(field.InnerMarkup) : HtmlToText.Paragraphs(field.Text);

    public static string Line(FeedElement? field) =>
        field is null ? "" : field.HasChildren ? HtmlToText.Fold(HtmlToText.OfHtml(field.InnerMarkup)) : HtmlToText.Line(field.Text);

    /// <summary>The trimmed text, or null when there is none.</summary>
    public static string? Verbatim(FeedElement? field) => field?.Text.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>An identity, verbatim, with the markup that some put into it; null when there is none. A path is made an address.</summary>
    public static string? Identity(FeedElement? field) => field is { HasChildren: true } ? field.InnerMarkup.Trim()
        : Verbatim(field) is ['/', ..] path ? Address(path, field?.BaseAddress) ?? path
        : Verbatim(field);

    /// <summary>The address in an attribute, by the names that it goes under; null when there is none.</summary>
    public static string? Reference(FeedElement? link) => link?.Attribute("href") ?? link?.Attribute("url") ?? link?.Attribute("uri");

    /// <summary>A field of Media RSS, which may stand in the entry, in a group or at one of its files.</summary>
    public static FeedElement? Media(FeedElement entry, string name)
    {
        List<FeedElement> groups = [entry, .. entry.All("media:group")];
        return groups.Select(group => group.First(name)).FirstOrDefault(field => field is not null)
            ?? groups.SelectMany(group => group.All("media:content")).Select(file => file.First(name)).FirstOrDefault(field => field is not null);
    }

    /// <summary>The text of one or more of the fields, folded, without empty ones and repetitions.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<string?> names)
    {
        List<string>? found = null;
        foreach (var written in names)
        {
            if (HtmlToText.Line(written ?? "") is { Length: > 0 } name)
            {
                (found ??= new(1)).Add(name);
            }
        }

        return found is null ? [] : found.Count == 1 ? found : [.. found.Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>An absolute http or https address: as written where it is one, resolved where it is relative; else null.</summary>
    public static string? Address(string? written, Uri? baseAddress)
    {
        var text = written?.Trim() ?? "";
        if (text.Length == 0)
        {
            return null;
        }

        // On Unix "/path" is by itself an absolute file address, so what counts is the scheme that is written.
        return Uri.TryCreate(text, UriKind.Absolute, out var alone) && IsWeb(alone) ? text
            : Uri.TryCreate(baseAddress, text, out var address) && address.IsAbsoluteUri && IsWeb(address) ? address.AbsoluteUri
            : null;
    }

    /// <summary>The first of the fields that holds a date which can be read; a warning for each that cannot.</summary>
    public static DateTimeOffset? Date(FeedElement within, FeedWarnings warnings, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            // Of several the last stands: publishing programs append what changed.
            var all = within.All(name);
            for (var at = all.Count - 1; at >= 0; at--)
            {
                if (Verbatim(all[at]) is { } written && Date(written, warnings) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    /// <summary>The instant that is written, or null with a warning.</summary>
    public static DateTimeOffset? Date(string? written, FeedWarnings warnings)
    {
        var date = DateParser.Parse(written);
        if (date is null && written is not null)
        {
            warnings.Add("bad-date", $"A date could not be read: {Shortened(written)}.");
        }

        return date;
    }

    public static byte[] FromBase64(string text)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
