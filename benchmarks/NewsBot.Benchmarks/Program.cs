using System.Globalization;
using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Quality;
using NewsBot.Benchmarks.Service;

return args switch
{
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    ["quality", .. var folder] => QualityReport.Run(folder.FirstOrDefault()),
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
          service [SIZE]     the running program with a million subscriptions, measured from outside
        """);
    return 2;
}
