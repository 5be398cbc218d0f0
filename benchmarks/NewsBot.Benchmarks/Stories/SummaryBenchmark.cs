using NewsBot.Articles;
using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Summaries;
using NewsBot.Tests.Summaries;
using NewsBot.Text;

namespace NewsBot.Benchmarks.Stories;

/// <summary>How far summaries agree with people's, whether those of collected pages keep their form, and how long they take.</summary>
internal static class SummaryBenchmark
{
    private static readonly SummaryOptions Options = new();

    public static int Run()
    {
        HighlightSamples.Tell();
        if (Collection.Folder("pages-news") is not { } folder)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds pages-news.");
            return 1;
        }

        var reader = new PageReader(TimeProvider.System);
        List<PageContent> pages = [.. NewsPages.Load(folder).Select(page => ((PageOutcome.Read)reader.Read(page.Body, "text/html; charset=utf-8", page.Address)).Reading)];
        Tell("chosen sentences", pages, page => Summarizer.Choose(page.Title, page.Text, page.Language, null, Options));
        Tell("the first three sentences, for comparison", pages, Lead);
        var timing = Timing.Of(pages.Count, 5, at => Summarizer.Choose(pages[at].Title, pages[at].Text, pages[at].Language, null, Options));
        Console.WriteLine($"  a summary takes {timing.Median / 1000:F2} ms (median), at most {timing.At(1) / 1000:F2} ms");
        return 0;
    }

    private static void Tell(string what, List<PageContent> pages, Func<PageContent, IReadOnlyList<string>> choose)
    {
        List<(IReadOnlyList<string> Sentences, List<string> Faults)> results = [.. pages.Select(page => (choose(page), page))
            .Select(result => (result.Item1, SummaryForm.Faults(result.Item1, result.page.Title, result.page.Text, Options).ToList()))];
        var good = results.Count(result => result.Faults.Count == 0);
        Console.WriteLine($"pages-news, {what}: {pages.Count} pages, {results.Count(result => result.Sentences.Count > 0)} with a summary of {results.Average(result => string.Join(' ', result.Sentences).Length):F0} characters on average; form kept by {good} = {(double)good / pages.Count:P1}");
        foreach (var fault in results.SelectMany(result => result.Faults).CountBy(fault => fault.Split(':')[0]).OrderByDescending(fault => fault.Value))
        {
            Console.WriteLine($"  {fault.Key}: {fault.Value}");
        }
    }

    private static IReadOnlyList<string> Lead(PageContent page)
    {
        var (lead, length) = (new List<string>(), 0);
        foreach (var sentence in SentenceSplitter.Split(page.Text, page.Language).Take(Options.Sentences))
        {
            length += sentence.Length + 1;
            lead.AddRange(length <= Options.Characters + 1 ? [sentence] : []);
        }

        return lead;
    }
}
