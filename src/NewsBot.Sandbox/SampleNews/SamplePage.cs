namespace NewsBot.Sandbox.SampleNews;

/// <summary>What the catalogue says of one sample page: the truth that readers of the page are measured against.</summary>
/// <param name="Slug">Last part of its address.</param>
/// <param name="File">Path below <c>samples</c>.</param>
/// <param name="Publisher">Invented publisher; every publisher has a markup of its own.</param>
/// <param name="Title">Headline as plain text.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="About">Topics the page is about, the main one first; each stands in the title or the first paragraph.</param>
/// <param name="Mentions">Topics that stand in the title or body without the page being about them.</param>
/// <param name="ListedOnly">Topics that stand only outside the story: in lists of other headlines, for instance.</param>
/// <param name="Author">Name of the author as printed.</param>
/// <param name="Dated">Whether the page says when it was published.</param>
/// <param name="Shape"><c>seed</c>: kicker, title, ten paragraphs, author and six recent posts after the body, no date; else <c>regular</c>.</param>
/// <param name="Baseline">Published before the site opens, so that a first fetch finds something old.</param>
/// <param name="Lede">First paragraph, whole.</param>
/// <param name="Closing">Last paragraph of the body, whole.</param>
/// <param name="Paragraphs">Number of paragraphs of the body, without sub-heads, captions and notices.</param>
/// <param name="Subheads">Sub-heads of the body in order.</param>
/// <param name="Traps">What a careless reader of the page would get wrong, in words.</param>
internal sealed record SamplePage(
    string Slug,
    string File,
    string Publisher,
    string Title,
    string Language,
    IReadOnlyList<string> About,
    IReadOnlyList<string> Mentions,
    IReadOnlyList<string> ListedOnly,
    string Author,
    bool Dated,
    string Shape,
    bool Baseline,
    string Lede,
    string Closing,
    int Paragraphs,
    IReadOnlyList<string> Subheads,
    IReadOnlyList<string> Traps);
