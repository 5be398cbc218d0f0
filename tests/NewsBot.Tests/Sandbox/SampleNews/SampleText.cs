using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsBot.Sandbox.SampleNews;

namespace NewsBot.Tests.Sandbox.SampleNews;

/// <summary>A sample page taken apart with the knowledge of its publisher's markup.</summary>
internal sealed partial class SampleText
{
    private static readonly Dictionary<string, string> BodyParagraphs = new()
    {
        ["Northern Ledger"] = ".story-body > p",
        ["Harbour Courier"] = ".entry-content > p",
        ["Meridian Wire"] = "#text > p:not(.credits)",
        ["Eastern Dispatch"] = ".post-text > p",
        ["Kontinent Post"] = "[name=articleBody] .css-53u6y8 > p",
    };

    private static readonly SampleCatalogue Catalogue = SampleCatalogue.Load();

    private SampleText(SamplePage page)
    {
        Page = page;
        Markup = EmbeddedSamples.ReadText(page.File);
        Document = new HtmlParser().ParseDocument(Markup);
        Title = Document.QuerySelector("h1")!.TextContent;
        Paragraphs = [.. Document.QuerySelectorAll(BodyParagraphs[page.Publisher]).Select(paragraph => paragraph.TextContent)];
        Subheads = [.. Document.QuerySelectorAll(".story-body > h2, .post-text > h3").Select(head => head.TextContent)];
        foreach (var unseen in Document.QuerySelectorAll("style, script"))
        {
            unseen.Remove();
        }

        Visible = Document.Body!.TextContent;
    }

    public static IReadOnlyList<SampleText> All { get; } = [.. Catalogue.Pages.Select(page => new SampleText(page))];

    public SamplePage Page { get; }

    public string Markup { get; }

    public IDocument Document { get; }

    public string Title { get; }

    public IReadOnlyList<string> Paragraphs { get; }

    public IReadOnlyList<string> Subheads { get; }

    /// <summary>Everything a visitor sees, asides and footer included.</summary>
    public string Visible { get; }

    /// <summary>Title, sub-heads and body.</summary>
    public string Story => string.Join('\n', [Title, .. Subheads, .. Paragraphs]);

    public static SampleText Of(string slug) => All.Single(text => text.Page.Slug == slug);

    /// <summary>Whether a name of the topic stands in the text as a whole word; abbreviations in capitals alone.</summary>
    public static bool Stands(string topic, string text) => Catalogue.Topics[topic].Prepend(topic).Any(name => Regex.IsMatch(
        text,
        $@"(?<!\w){Regex.Escape(name)}(?!\w)",
        name.Any(char.IsLower) ? RegexOptions.IgnoreCase : RegexOptions.None));

    [GeneratedRegex(@"\b(?:19|20)\d\d\b")]
    public static partial Regex Year();
}
