using System.Net;
using System.Text.Json;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>Prints the pages that are not in the catalogue: demonstrations about any topic, and callers' own pages.</summary>
internal sealed class FillerNewsSite
{
    private readonly string template = EmbeddedSamples.ReadText("templates/gazette.html");
    private readonly DemonstrationTexts texts = LoadTexts();

    /// <summary>A page about a topic that says of itself that it is a demonstration.</summary>
    /// <param name="topic">As typed; of a query all terms that are wanted.</param>
    /// <param name="number">How many demonstrations went before.</param>
    /// <remarks>
    /// The bot never pushes a copy, so two demonstrations must not read alike. The paragraph in slot i is
    /// alternative (number + number / n × i) mod n: for a prime n, as many slots as alternatives, two of the first
    /// n × n pages share one paragraph at most. Nor must they read as one event told twice: each has people and a
    /// place of its own.
    /// </remarks>
    public OwnPage Demonstration(string topic, int number)
    {
        var name = string.Join(", ", TypedTopic.WantedTerms(topic));
        var alternatives = texts.Titles.Count;
        var paragraphs = texts.Paragraphs
            .Select((choices, slot) => Fill(choices[(number + number / alternatives * slot) % alternatives], name, number));
        return new OwnPage(Fill(texts.Titles[number % alternatives], name, number), [.. paragraphs], name, "A template");
    }

    /// <summary>Sets a page in the Gazette's type.</summary>
    public PublishedPage Print(OwnPage page, string slug, DateTimeOffset now)
    {
        var author = string.IsNullOrWhiteSpace(page.Author) ? "A visitor" : page.Author;
        var paragraphs = string.Join('\n', page.Paragraphs!.Select(paragraph => $"        <p>{Encode(paragraph)}</p>"));
        var markup = template
            .Replace("{{title}}", Encode(page.Title!), StringComparison.Ordinal)
            .Replace("{{author}}", Encode(author), StringComparison.Ordinal)
            .Replace("{{kicker}}", Encode(page.Topic ?? ""), StringComparison.Ordinal)
            .Replace("{{paragraphs}}", paragraphs, StringComparison.Ordinal);
        return new PublishedPage(slug, page.Title!, page.Paragraphs![0], author, Dated: true, now) { Markup = markup };
    }

    /// <summary>Braces are encoded too: a caller's text must never become a placeholder.</summary>
    private static string Encode(string text) =>
        WebUtility.HtmlEncode(text).Replace("{", "&#123;", StringComparison.Ordinal);

    private static string Fill(string text, string topic, int number) => text
        .Replace("{{topic}}", topic, StringComparison.Ordinal)
        .Replace("{{printer}}", PrinterNames.Person(number), StringComparison.Ordinal)
        .Replace("{{town}}", PrinterNames.Town(number), StringComparison.Ordinal);

    private static DemonstrationTexts LoadTexts()
    {
        using var stream = EmbeddedSamples.Open("templates/demonstration.json");
        return JsonSerializer.Deserialize(stream, SampleNewsJson.Default.DemonstrationTexts)
            ?? throw new InvalidDataException("samples/templates/demonstration.json is empty.");
    }
}
