namespace NewsBot.Sandbox.SampleNews;

/// <summary>The wordings of demonstration pages, with <c>{{topic}}</c> where the topic goes.</summary>
/// <param name="Titles">Alternative headlines.</param>
/// <param name="Paragraphs">For each place in the page its alternatives; as many places, and as many alternatives
/// in each, as there are headlines, and that a prime number.</param>
internal sealed record DemonstrationTexts(
    IReadOnlyList<string> Titles,
    IReadOnlyList<IReadOnlyList<string>> Paragraphs);
