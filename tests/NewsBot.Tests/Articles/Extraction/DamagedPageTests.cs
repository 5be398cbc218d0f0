using System.Globalization;
using System.IO.Compression;
using System.Text;
using NewsBot.Articles;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Articles.Extraction;

/// <summary>
/// Pages that are damaged at random, from a fixed seed. NEWSBOT_FUZZ says how many; without it a few dozen are read, which takes seconds.
/// </summary>
public sealed class DamagedPageTests(ITestOutputHelper output)
{
    private const int Seed = 20260301;

    /// <summary>Five times what the slowest page may take, because machines that test are busy.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("NEWSBOT_FUZZ"), CultureInfo.InvariantCulture, out var count) ? count / 3 : 20;

    [Fact]
    public void Random_bytes_end_in_an_outcome()
    {
        var random = new Random(Seed);
        ReadAll(Enumerable.Range(0, Count).Select(_ =>
        {
            var bytes = new byte[random.Next(20_000)];
            random.NextBytes(bytes);
            return bytes;
        }));
    }

    [Fact]
    public void Pages_with_flipped_bytes_end_in_an_outcome()
    {
        var random = new Random(Seed);
        ReadAll(Enumerable.Range(0, Count).Select(at =>
        {
            var page = Pages[random.Next(Pages.Count)]().ToArray();
            for (var flips = random.Next(1, 200); flips > 0 && page.Length > 0; flips--)
            {
                page[random.Next(page.Length)] = (byte)random.Next(256);
            }

            return page;
        }));
    }

    [Fact]
    public void Pages_that_are_cut_off_end_in_an_outcome()
    {
        var random = new Random(Seed);
        ReadAll(Enumerable.Range(0, Count).Select(at =>
        {
            var page = Pages[random.Next(Pages.Count)]();
            return page[..random.Next(page.Length)];
        }));
    }

    /// <summary>Our own, and those of the collections where they are at hand.</summary>
    private static IReadOnlyList<Func<byte[]>> Pages { get; } =
    [
        .. ShapedStory.All.Select(story => (Func<byte[]>)(() => Encoding.UTF8.GetBytes(story.WithNames()))),
        .. Corpora.FilesIfAny("pages-news", "*.gz").Concat(Corpora.FilesIfAny("pages-multilingual", "*.gz")).Select(path => (Func<byte[]>)(() => Unzip(path))),
    ];

    private void ReadAll(IEnumerable<byte[]> pages)
    {
        var (longest, most) = (TimeSpan.Zero, 0L);
        foreach (var page in pages)
        {
            var (start, allocated) = (Environment.TickCount64, GC.GetAllocatedBytesForCurrentThread());
            Assert.True(Read.Reader.Read(page, "text/html", null) is PageOutcome.Read or PageOutcome.Unreadable { Why.Length: > 0 });
            Assert.True(Read.Reader.Read(page, "text/plain", null) is PageOutcome.Read or PageOutcome.Unreadable { Why.Length: > 0 });

            var time = TimeSpan.FromMilliseconds(Environment.TickCount64 - start);
            (longest, most) = (time > longest ? time : longest, Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - allocated));
            Assert.True(time < Limit, $"A damaged page took {time}.");
        }

        output.WriteLine($"Longest: {longest.TotalMilliseconds:F0} ms for two readings; most allocated: {most / 1024 / 1024} MiB.");
    }

    private static byte[] Unzip(string path)
    {
        using var zip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        zip.CopyTo(bytes);
        return bytes.ToArray();
    }
}
