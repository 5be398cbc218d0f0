using System.Text.Json;

namespace NewsBot.Sandbox.SampleNews;

/// <summary>The sample pages and the topics they are about, as written in <c>samples/catalogue.json</c>.</summary>
/// <param name="Topics">Other names of each topic, by its plain name.</param>
/// <param name="Pages">In the order in which they are published when nothing speaks for another.</param>
internal sealed record SampleCatalogue(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Topics,
    IReadOnlyList<SamplePage> Pages)
{
    /// <summary>Reads the catalogue that is embedded in this assembly.</summary>
    public static SampleCatalogue Load()
    {
        using var stream = EmbeddedSamples.Open("catalogue.json");
        return JsonSerializer.Deserialize(stream, SampleNewsJson.Default.SampleCatalogue)
            ?? throw new InvalidDataException("samples/catalogue.json is empty.");
    }

    /// <summary>The page that shows a follower of <paramref name="topic"/> most, or null where none is about it.</summary>
    /// <param name="topic">As a person typed it; a query with operators is about no page.</param>
    /// <param name="available">Which pages may be chosen.</param>
    public SamplePage? Best(string topic, Func<SamplePage, bool> available)
    {
        var words = new WordSequence(topic);
        return Pages
            .Where(available)
            .Select(page => (Page: page, Score: Score(page, words)))
            .Where(candidate => candidate.Score > 0)
            .OrderByDescending(candidate => candidate.Score)
            .Select(candidate => candidate.Page)
            .FirstOrDefault();
    }

    /// <summary>A page of which it is the main topic comes before one of which it is another, and both before a
    /// page that merely has the words in its title. A page in the typed spelling comes first among equals ("OTAN"
    /// the French one), and a dated one before an undated one, since a push can then show its time.</summary>
    private int Score(SamplePage page, WordSequence topic)
    {
        var inTitle = topic.StandsIn(new WordSequence(page.Title));
        var position = page.About.TakeWhile(name => !Names(name).Contains(topic)).Count();
        var about = position < page.About.Count ? 100 - 10 * position : 0;
        return about == 0 && !inTitle ? 0 : about + (inTitle ? 5 : 0) + (page.Dated ? 2 : 0);
    }

    private IEnumerable<WordSequence> Names(string topic) =>
        Topics[topic].Prepend(topic).Select(name => new WordSequence(name));
}
