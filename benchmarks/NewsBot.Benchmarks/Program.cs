using System.Globalization;
using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Quality;
using NewsBot.Benchmarks.Reading;
using NewsBot.Benchmarks.Service;
using NewsBot.Benchmarks.Stories;

return args switch
{
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    ["quality", .. var folder] => QualityReport.Run(folder.FirstOrDefault()),
    ["pages"] => PageBenchmark.Run(),
    ["summaries"] => SummaryBenchmark.Run(),
    ["duplicates"] => DuplicateBenchmark.Run(),
    ["stories"] => StoryBenchmark.Run(),
    ["service", .. var size] => await ServiceBenchmark.RunAsync(size is [var one] ? int.Parse(one, CultureInfo.InvariantCulture) : 1_000_000),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project benchmarks/NewsBot.Benchmarks -- COMMAND

          matching [SIZE…]   one article against 10,000, 100,000 and 1,000,000 subscriptions, beside other ways to do it
          quality [FOLDER]   levels of matches against the labels of Reuters-21578, found in NEWSBOT_CORPORA/reuters21578
          pages              how right, how fast and in how much memory pages are read, on the collections in NEWSBOT_CORPORA
          summaries          whether summaries keep their form, on pages-news in NEWSBOT_CORPORA
          duplicates         how many edited copies are found, and the look-up among 100,000 texts
          stories            how well articles are grouped, on stories-pairs in NEWSBOT_CORPORA, and how fast
          service [SIZE]     the running program with a million subscriptions, measured from outside
        """);
    return 2;
}
