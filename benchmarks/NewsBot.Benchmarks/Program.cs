using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Quality;

return args switch
{
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(int.Parse)]),
    ["quality", .. var folder] => QualityReport.Run(folder.FirstOrDefault()),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project benchmarks/NewsBot.Benchmarks -- COMMAND

          matching [SIZE…]   one article against 10,000, 100,000 and 1,000,000 subscriptions, beside other ways to do it
          quality [FOLDER]   levels of matches against the labels of Reuters-21578, found in NEWSBOT_CORPORA/reuters21578
        """);
    return 2;
}
