using System.Diagnostics;
using AngleSharp.Html.Dom;
using NewsBot.Articles;
using NewsBot.Articles.Extraction;
using NewsBot.Articles.Metadata;
using NewsBot.Articles.RelatedPosts;
using NewsBot.Content.Encodings;
using NewsBot.Content.Html;
using SmartReader;

namespace NewsBot.Benchmarks.Reading;

/// <summary>How fast and in how much memory each stage of reading pages works, beside SmartReader.</summary>
/// <param name="pages">With their addresses.</param>
internal sealed class PageStages(IReadOnlyList<(Uri? Address, byte[] Body)> pages)
{
    private const string ContentType = "text/html; charset=utf-8";

    public void Measure()
    {
        Console.WriteLine($"Stages over {pages.Count} pages ({pages.Sum(page => page.Body.Length) / 1024.0 / 1024:F1} MiB), processor time of one thread, the best of {Stage.Rounds} rounds:");
        var reader = new PageReader(TimeProvider.System);
        Measure("decode", at => Decode(at));
        Measure("decode and parse (AngleSharp)", at => Parse(at).Dispose());
        Measure("all: PageReader.Read", at => reader.Read(pages[at].Body, ContentType, pages[at].Address));
        PrintPeak("until here");
        Measure("decode and SmartReader alone, for comparison", ReadBySmartReader);
        PrintPeak("with SmartReader");
        MeasureParts();
    }

    /// <summary>What is done with a parsed page: the parts that leave it as it is.</summary>
    private void MeasureParts()
    {
        var documents = pages.Select((_, at) => Parse(at)).ToList();
        var blocks = documents.ConvertAll(document => BlockReader.ReadPlaced(document.Body!));
        var related = documents.ConvertAll(document => RelatedPostsReader.Read(document, null).Boxes);
        Measure("  blocks", at => BlockReader.ReadPlaced(documents[at].Body!));
        Measure("  other posts", at => RelatedPostsReader.Read(documents[at], null));
        Measure("  body", at => ProseExtractor.Extract(blocks[at], related[at], null, documents[at].Title ?? ""));
        Measure("  linked data", at => JsonLdArticle.Find(documents[at]));
        Measure("  headline, authors, date", at =>
        {
            var (document, meta, article) = (documents[at], new MetaTags(documents[at]), default(JsonLdArticle));
            var headline = Headline.Of(document, meta, article, Site.Unknown, blocks[at], []);
            var context = HeadlineContext.Of(blocks[at], headline.Element, [], related[at]);
            Bylines.Of(document, headline, context, meta, article, Site.Unknown);
            PageDates.Of(document, headline.Element, context, meta, article, null, DateTimeOffset.MaxValue.AddYears(-1));
        });
        PrintPeak("that keeps all documents parsed");
        documents.ForEach(document => document.Dispose());
    }

    private string Decode(int at) => TextDecoder.Decode(pages[at].Body, ContentType).Text;

    private IHtmlDocument Parse(int at) => BoundedHtmlParser.Parse(Decode(at))!;

    private void ReadBySmartReader(int at)
    {
        using var smart = new Reader((pages[at].Address ?? new Uri("https://page.invalid/")).AbsoluteUri, Decode(at));
        smart.GetArticle();
    }

    private void Measure(string stage, Action<int> read) => Stage.Measure(stage, pages.Count, "pages", read);

    private static void PrintPeak(string when)
    {
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"  peak memory of the process {when}: {process.PeakWorkingSet64 / 1024 / 1024} MiB");
    }
}
