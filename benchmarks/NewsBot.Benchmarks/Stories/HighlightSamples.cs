using System.Text.Json;
using NewsBot.Articles;
using NewsBot.Sandbox;
using NewsBot.Summaries;
using NewsBot.Text;

namespace NewsBot.Benchmarks.Stories;

/// <summary>How far summaries of the sample pages agree with highlights that a person wrote, beside plain ways to summarise.</summary>
internal static class HighlightSamples
{
    private static readonly SummaryOptions Options = new();

    public static void Tell()
    {
        using var file = typeof(HighlightSamples).Assembly.GetManifestResourceStream("highlights.json")!;
        var highlights = JsonSerializer.Deserialize<Dictionary<string, string[]>>(file)!;
        var reader = new PageReader(TimeProvider.System);
        var samples = highlights.Select(sample => (
            Page: ((PageOutcome.Read)reader.Read(PageOf(sample.Key), "text/html; charset=utf-8", null)).Reading,
            Highlights: string.Join(". ", sample.Value) + ".")).ToList();
        Console.WriteLine($"agreement with highlights of {samples.Count} sample pages, ROUGE-1 / 2 / L (and of each half of them, as nothing is fitted to either):");
        Tell("chosen", page => Summarizer.Choose(page.Title, page.Text, page.Language, null, Options));
        Tell("chosen without the headline", page => Summarizer.Choose("", page.Text, page.Language, null, Options));
        Tell("first sentences", page => Fitting(SentenceSplitter.Split(page.Text, page.Language).Take(Options.Sentences)));
        Tell("LexRank with position", ByRank);

        void Tell(string what, Func<PageContent, IReadOnlyList<string>> choose)
        {
            var scores = samples.ConvertAll(sample => Rouge.Of(string.Join(' ', choose(sample.Page)), sample.Highlights));
            var halves = scores.Index().GroupBy(score => score.Index % 2, score => score.Item).Select(half => Rouge.Average([.. half]));
            Console.WriteLine($"  {what,-28} {Rouge.Average(scores)}   ({string.Join("; ", halves)})");
        }
    }

    private static byte[] PageOf(string sample)
    {
        using var page = typeof(SandboxServer).Assembly.GetManifestResourceStream($"samples/{sample}.html")!;
        using var bytes = new MemoryStream();
        page.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static IReadOnlyList<string> ByRank(PageContent page)
    {
        var sentences = SentenceSplitter.Split(page.Text, page.Language).Select((text, place) => new SummarySentence(text, place, DependsOnPrevious: false)).ToList();
        var ranking = new SentenceRanking(sentences, SummaryLanguage.Of(page.Language));
        var best = sentences.OrderByDescending(sentence => ranking.Centrality[sentence.Position] / (sentence.Position + 1));
        var fitting = Fitting(best.Take(Options.Sentences).Select(sentence => sentence.Text)).ToHashSet();
        return [.. sentences.Select(sentence => sentence.Text).Where(fitting.Contains)];
    }

    private static List<string> Fitting(IEnumerable<string> sentences)
    {
        var (fitting, length) = (new List<string>(), 0);
        foreach (var sentence in sentences.Where(sentence => length + sentence.Length <= Options.Characters))
        {
            fitting.Add(sentence);
            length += sentence.Length + 1;
        }

        return fitting;
    }
}
