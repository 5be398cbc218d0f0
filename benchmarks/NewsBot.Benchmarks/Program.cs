using System.Globalization;
using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Polling;
using NewsBot.Benchmarks.Quality;
using NewsBot.Benchmarks.Reading;
using NewsBot.Benchmarks.Sending;
using NewsBot.Benchmarks.Service;
using NewsBot.Benchmarks.Stories;

return args switch
{
    ["matching", .. var sizes] => MatchingBenchmark.Run([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    ["end-to-end", .. var sizes] => await StoredMatchingBenchmark.RunAsync([.. sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture))]),
    ["quality", .. var folder] => QualityReport.Run(folder.FirstOrDefault()),
    ["words"] => WordsReport.Run(),
    ["feeds", .. var rest] when rest is [] or ["wrong"] => FeedBenchmark.Run(withWrong: rest is ["wrong"]),
    ["pages", .. var rest] when rest is [] or ["wrong"] => PageBenchmark.Run(withWrong: rest is ["wrong"]),
    ["summaries"] => SummaryBenchmark.Run(),
    ["duplicates"] => DuplicateBenchmark.Run(),
    ["stories", .. var part] when part is [] or ["fit"] or ["thresholds"] => StoryBenchmark.Run(part.FirstOrDefault()),
    ["frequencies", var source, var target] => FrequencyLists.Run(source, target),
    ["bad", .. var one] => BadInput.Run(one),
    ["service", .. var size] => await ServiceBenchmark.RunAsync(size is [var one] ? int.Parse(one, CultureInfo.InvariantCulture) : 1_000_000),
    ["week", .. var size] => SimulatedWeek.Run(size is [var one] ? int.Parse(one, CultureInfo.InvariantCulture) : 500),
    ["sending", .. var parts] => await SendingBenchmark.RunAsync(parts),
    ["polling", .. var size] => await PollingBenchmark.RunAsync(size is [var one] ? int.Parse(one, CultureInfo.InvariantCulture) : 5_000),
    ["storing"] => await StoringBenchmark.RunAsync(),
    ["feed-farm"] => await FeedFarm.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        dotnet run -c Release --project benchmarks/NewsBot.Benchmarks -- COMMAND

          matching [SIZE…]   one article against 10,000, 100,000 and 1,000,000 subscriptions, beside other ways to do it
          end-to-end [SIZE…] from a stored article to its matches committed, with the share of finding, scoring and writing
          quality [FOLDER]   levels of matches against the labels of Reuters-21578, found in NEWSBOT_CORPORA/reuters21578
          words              inflections found and words joined wrongly in six languages, beside the stemmers of Lucene.NET
          feeds [wrong]      how right, how fast and in how much memory feeds are read, on the collections in NEWSBOT_CORPORA
          pages [wrong]      the same of pages; "wrong" tells each that is read wrongly
          bad                how long feeds and pages that were made to do harm keep the readers busy, and in how much memory
          sending [PART…]    the sender against the Sandbox's limits, beside other ways: pace, ceiling, recovery, news, fanout
          summaries          agreement with people's highlights on the samples; form and time on pages-news in NEWSBOT_CORPORA
          duplicates         how many edited copies are found, and the look-up among 100,000 texts
          stories [fit]      how well articles are grouped, on story-sets and stories-pairs in NEWSBOT_CORPORA, what each feature brings,
                             and what placing costs; "fit" prints the weights, "thresholds" the figures around them
          frequencies FROM TO  makes the lists of document frequencies from lists of words (de.txt, en.txt…)
          service [SIZE]     the running program with a million subscriptions, measured from outside
          polling [FEEDS]    5,000 feeds in the real loops: how late they are looked at, and in how much memory
          storing            reading and storing feeds, beside the same with System.ServiceModel.Syndication and CodeHollow.FeedReader
          week [FEEDS]       a simulated week of polling: manners, and how late news is, beside miniflux's default schedule
        """);
    return 2;
}
