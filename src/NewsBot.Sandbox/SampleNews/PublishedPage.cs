using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>A page that stands on the sample news site.</summary>
/// <param name="Slug">Last part of its address, unique on the site.</param>
/// <param name="Title">Headline as plain text.</param>
/// <param name="Lede">First paragraph as plain text.</param>
/// <param name="Author">Name of the author.</param>
/// <param name="Dated">Whether the page, and its entry in the feed, say when it was published.</param>
/// <param name="PublishedAt">When it was published, in UTC.</param>
public sealed partial record PublishedPage(
    string Slug, string Title, string Lede, string Author, bool Dated, DateTimeOffset PublishedAt)
{
    /// <summary>HTML with placeholders: <c>{{address}}</c>, <c>{{published}}</c> (ISO 8601) and
    /// <c>{{published:FORMAT}}</c> with a .NET date format, read in the invariant culture.</summary>
    public required string Markup { get; init; }

    /// <summary>The page as it is served from <paramref name="address"/>.</summary>
    internal string Render(string address) => Placeholder().Replace(Markup, match =>
        match.Groups["name"].Value == "address"
            ? WebUtility.HtmlEncode(address)
            : Published(match.Groups["format"].Value));

    private string Published(string format) =>
        PublishedAt.ToString(format.Length > 0 ? format : "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{\{(?<name>address|published)(?::(?<format>[^}]+))?\}\}")]
    private static partial Regex Placeholder();
}
