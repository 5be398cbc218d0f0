using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Sources.Feeds;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Sources.Feeds;

/// <summary>Whatever the bytes are, the reader ends with a result. NEWSBOT_FUZZ says how many damaged feeds are tried (2,000 unless it is set).</summary>
public sealed class FeedRobustnessTests(ITestOutputHelper output)
{
    private static readonly Uri Address = new("https://news.example/feed");

    /// <summary>A hang limit: what is asked of one feed is 2 seconds, on a machine that does nothing else.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(10);

    [Fact]
    public void Damaged_feeds_are_read_or_refused_and_never_throw()
    {
        var feeds = Directory.EnumerateFiles(FeedSamplesTests.Folder).Order(StringComparer.Ordinal)
            .Concat(Corpora.FilesIfAny("feeds-feedparser", "*.xml"))
            .Concat(Corpora.FilesIfAny("feeds-gofeed", "*.*"))
            .Select(File.ReadAllBytes).Where(bytes => bytes.Length > 0).ToList();
        var tries = int.TryParse(Environment.GetEnvironmentVariable("NEWSBOT_FUZZ"), CultureInfo.InvariantCulture, out var wanted) ? wanted : 2_000;
        var random = new Random(20261102);
        var longest = TimeSpan.Zero;
        for (var number = 0; number < tries; number++)
        {
            var damaged = Damage(feeds[random.Next(feeds.Count)], random);
            var took = Read(damaged);
            longest = took > longest ? took : longest;
        }

        output.WriteLine($"{tries} damaged feeds; the longest took {longest.TotalMilliseconds:0} ms");
    }

    public static TheoryData<string> Hostile => [.. HostileDocument.Feeds().Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Bombs_of_depth_and_length_are_survived(string name) => Read(HostileDocument.Feeds().First(feed => feed.Name == name).Body());

    [Fact]
    public void Entities_of_the_documents_own_are_neither_multiplied_nor_fetched()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "the secret of this machine");
        var xml = $"""
            <?xml version="1.0"?>
            <!DOCTYPE rss [
              <!ENTITY a "ha"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
              <!ENTITY file SYSTEM "file://{secret}"> <!ENTITY web SYSTEM "http://127.0.0.1:9/"> <!ENTITY % more SYSTEM "http://127.0.0.1:9/more"> %more;
            ]>
            <rss><channel><title>T &c; &file; &web;</title></channel></rss>
            """;

        var reading = FeedReader.Read(Encoding.UTF8.GetBytes(xml), null, Address);

        File.Delete(secret);
        var feed = Assert.IsType<FeedReadResult.Read>(reading).Feed;
        Assert.DoesNotContain("secret", feed.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("haha", feed.Title, StringComparison.Ordinal);
    }

    private static TimeSpan Read(byte[] bytes)
    {
        var started = Stopwatch.StartNew();
        var reading = FeedReader.Read(bytes, null, Address);
        Assert.True(started.Elapsed < Hanging, $"It took {started.Elapsed}.");
        Assert.True(reading is not FeedReadResult.NotAFeed { Why: "" });
        return started.Elapsed;
    }

    private static byte[] Damage(byte[] feed, Random random)
    {
        var damaged = (byte[])feed.Clone();
        switch (random.Next(4))
        {
            case 0:
                return damaged[..random.Next(damaged.Length)];
            case 1:
                random.NextBytes(damaged.AsSpan(random.Next(damaged.Length)));
                return damaged;
            case 2:
                var (from, to) = (random.Next(damaged.Length), random.Next(damaged.Length));
                return [.. damaged[..Math.Max(from, to)], .. damaged[Math.Min(from, to)..]];
            default:
                for (var flip = random.Next(1, 20); flip > 0; flip--)
                {
                    damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                }

                return damaged;
        }
    }
}
