namespace NewsBot.Sandbox.SampleNews;

/// <summary>A page that a caller brings along, as the body of <c>POST /sandbox/news</c>.</summary>
/// <param name="Title">Required, plain text.</param>
/// <param name="Paragraphs">Required, at least one, plain text.</param>
/// <param name="Topic">Printed above the title.</param>
/// <param name="Author">"A visitor" where it is left out.</param>
public sealed record OwnPage(string? Title, IReadOnlyList<string>? Paragraphs, string? Topic = null, string? Author = null)
{
    /// <summary>What is wrong with the page, in words for its writer; null where nothing is.</summary>
    internal string? Fault =>
        string.IsNullOrWhiteSpace(Title) ? "'title' must be a text."
        : Paragraphs is null or [] || Paragraphs.Any(string.IsNullOrWhiteSpace) ? "'paragraphs' must be a list of one or more texts."
        : null;
}
