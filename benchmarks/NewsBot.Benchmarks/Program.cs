using System.Globalization;
using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Quality;
using NewsBot.Benchmarks.Reading;
using NewsBot.Benchmarks.Service;

return args switch
{
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    ["quality", .. var folder] => QualityReport.Run(folder.FirstOrDefault()),
    ["feeds", .. var rest] when rest is [] or ["wrong"] => FeedBenchmark.Run(withWrong: rest is ["wrong"]),
    ["pages", .. var rest] when rest is [] or ["wrong"] => PageBenchmark.Run(withWrong: rest is ["wrong"]),
    ["bad"] => BadInput.Run(),
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
          feeds [wrong]      how right, how fast and in how much memory feeds are read, on the collections in NEWSBOT_CORPORA
          pages [wrong]      the same of pages; "wrong" tells each that is read wrongly
          bad                how long and in how much memory the worst feeds and pages are read
          service [SIZE]     the running program with a million subscriptions, measured from outside
        """);
    return 2;
}
