using System.Net;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Writes the front page of the sample news: every headline, the newest first.</summary>
internal static class SampleNewsIndex
{
    private static readonly string Template = EmbeddedSamples.ReadText("templates/index.html");

    public static string Write(IReadOnlyList<PublishedPage> pages, Func<string, string> address) =>
        Template.Replace("{{items}}", string.Join('\n', pages.Select(page => Item(page, address))), StringComparison.Ordinal);

    private static string Item(PublishedPage page, Func<string, string> address) =>
        $"""    <li><a href="{WebUtility.HtmlEncode(address($"/news/{page.Slug}"))}">{WebUtility.HtmlEncode(page.Title)}</a></li>""";
}
