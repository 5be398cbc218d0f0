using NewsBot.Benchmarks.Matching;

return args switch
{
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(int.Parse)]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project benchmarks/NewsBot.Benchmarks -- COMMAND

          matching [SIZE…]   one article against 10,000, 100,000 and 1,000,000 subscriptions, beside other ways to do it
        """);
    return 2;
}
