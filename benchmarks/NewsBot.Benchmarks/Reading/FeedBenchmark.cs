using System.Diagnostics;
using System.Text;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Content.Encodings;
using NewsBot.Sources.Feeds;

namespace NewsBot.Benchmarks.Reading;

/// <summary>How right feeds are read, how fast and in how much memory, beside a library that one would take instead.</summary>
internal static class FeedBenchmark
{
    private static readonly Uri Address = new("http://127.0.0.1:8097/feed.xml");

    /// <param name="withWrong">Whether to tell each case that is read wrongly.</param>
    public static int Run(bool withWrong)
    {
        if (Collection.Folder("feeds-feedparser") is not { } feedparser || Collection.Folder("feeds-gofeed") is not { } gofeed)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds feeds-feedparser and feeds-gofeed.");
            return 1;
        }

        Print("feeds-feedparser", FeedSuites.Feedparser(feedparser), withWrong);
        var folds = FeedSuites.FeedparserFolds(feedparser);
        Console.WriteLine($"core, cross-validated: mean of {folds.Count} folds {folds.Average():P1}, lowest {folds.Min():P1}. No rule has a parameter that is fitted to the cases, so what differs is the kinds in a fold.");
        Print("date strings", [FeedSuites.Dates(feedparser)], withWrong);
        Print("feeds-gofeed", FeedSuites.Gofeed(gofeed), withWrong);
        Compare("feeds-feedparser", [.. FeedparserCase.All(feedparser).Select(feedparserCase => File.ReadAllBytes(Path.Combine(feedparser, feedparserCase.Path)))]);
        Compare("feeds-gofeed", [.. GofeedCase.All(gofeed).Select(gofeedCase => File.ReadAllBytes(gofeedCase.Feed))]);
        MeasureLarge();
        return 0;
    }

    private static void Print(string collection, IReadOnlyList<Tally> tallies, bool withWrong)
    {
        Console.WriteLine($"{collection}:");
        foreach (var tally in tallies)
        {
            tally.Print(withWrong);
        }
    }

    private static void Compare(string collection, IReadOnlyList<byte[]> feeds)
    {
        Console.WriteLine($"{collection}, {feeds.Count} feeds, read without an exception:");
        Tally.Over("NewsBot", feeds, feed => FeedReader.Read(feed, null, Address) is FeedReadResult.Read, _ => "").Print(withWrong: false);
        Tally.Over("CodeHollow.FeedReader, for comparison", feeds, IsReadByCodeHollow, _ => "").Print(withWrong: false);
    }

    private static bool IsReadByCodeHollow(byte[] feed)
    {
        try
        {
            return CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed) is not null;
        }
#pragma warning disable CA1031 // It throws whatever it likes: that is what is counted.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>One feed of a size that newspapers have, so that the time is not that of starting.</summary>
    private static void MeasureLarge()
    {
        const int entries = 200;
        var feed = Encoding.UTF8.GetBytes(LargeFeed(entries));
        Console.WriteLine($"Stages over a feed of {entries} entries ({feed.Length / 1024} KiB):");
        Stage.Measure("decode and repair", 1, "feeds", _ => XmlRepair.Repair(TextDecoder.Decode(feed, null).Text, InternalEntities.Of([]), new FeedWarnings()));
        Stage.Measure("all: FeedReader.Read", 1, "feeds", _ => FeedReader.Read(feed, "application/rss+xml", Address));
        Stage.Measure("CodeHollow.FeedReader, for comparison", 1, "feeds", _ => CodeHollow.FeedReader.FeedReader.ReadFromByteArray(feed));
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"Peak memory of the whole process: {process.PeakWorkingSet64 / 1024 / 1024} MiB.");
    }

    private static string LargeFeed(int entries)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\"><channel><title>Larnow Herald</title><link>https://herald.example/</link>");
        for (var number = 0; number < entries; number++)
        {
            feed.Append(null, $"""
                <item><guid isPermaLink="false">{number}</guid><title>The harbour bridge closes for the {number}th time</title><link>https://herald.example/{number}</link>
                <pubDate>Fri, 27 Feb 2026 09:30:00 +0200</pubDate><category>City</category>
                <description>&lt;p&gt;Engineers closed the bridge on Monday after they found &lt;b&gt;cracks&lt;/b&gt; in two of its pillars, the city said.&lt;/p&gt;&lt;p&gt;Some 40,000 people cross it on a working day.&lt;/p&gt;</description></item>
                """);
        }

        return feed.Append("</channel></rss>").ToString();
    }
}
