using NewsBot.Benchmarks.Generated;
using NewsBot.Benchmarks.Matching;
using NewsBot.Benchmarks.Reading.Scoring;
using NewsBot.Stories.Copies;

namespace NewsBot.Benchmarks.Stories;

/// <summary>How many edited copies are found, how many others are taken for copies, and how long a look-up among 100,000 texts takes.</summary>
internal static class DuplicateBenchmark
{
    private const int Stored = 100_000;
    private const int Asked = 2_000;

    /// <summary>Shorter bodies are lists and captions.</summary>
    private const int ShortestBody = 400;

    public static int Run()
    {
        if (Collection.Folder("pages-news") is not { } folder)
        {
            Console.Error.WriteLine("NEWSBOT_CORPORA must name a folder that holds pages-news.");
            return 1;
        }

        List<string> bodies = [.. NewsPages.Load(folder).Select(page => page.Truth).Where(text => text.Length >= ShortestBody)];
        TellKinds(bodies);
        TellPairs(bodies);
        TellGenerated(bodies);
        return 0;
    }

    private static void TellKinds(List<string> bodies)
    {
        var index = new CopyIndex();
        var shingles = bodies.ConvertAll(Shingles.Of);
        var prints = bodies.ConvertAll(SimHash.Of);
        for (var id = 0; id < bodies.Count; id++)
        {
            index.Add(id, DateTimeOffset.UnixEpoch, shingles[id]);
        }

        Console.WriteLine($"Edited copies of {bodies.Count} bodies of pages-news that are found (beside them: SimHash within 3 bits)");
        var (all, random) = (0, new Random(1));
        foreach (var (kind, edit) in TextEdits.All)
        {
            List<string> edited = [.. bodies.Select(body => edit(body, random))];
            var found = edited.Index().Count(copy => IsFound(index, shingles, copy.Index, copy.Item));
            all += found;
            Console.WriteLine($"  {kind,-36} {found,3}   {edited.Index().Count(copy => SimHash.AreCopies(prints[copy.Index], SimHash.Of(copy.Item))),3}");
        }

        Console.WriteLine($"  all kinds: {all} of {bodies.Count * TextEdits.All.Count} = {(double)all / bodies.Count / TextEdits.All.Count:P2}");
    }

    private static bool IsFound(CopyIndex index, List<Shingles> shingles, int original, string copy)
    {
        var read = Shingles.Of(copy);
        return index.Candidates(read, DateTimeOffset.UnixEpoch).Contains(original) && read.IsCopyOf(shingles[original]);
    }

    /// <summary>Pairs of unrelated bodies, each also with one quotation, one table and one boilerplate in common.</summary>
    private static void TellPairs(List<string> bodies)
    {
        const string quotation = "“We have looked at every pillar twice, and what we saw was worse than what the drawings had told us. Nobody will cross this bridge before the autumn, whatever it costs the town, and whoever says otherwise has not been down there with a lamp.”";
        const string boilerplate = "The agency reports from forty countries in eleven languages, and its members are some two hundred newspapers and stations that share the costs.";
        var table = string.Join("\n\n", Enumerable.Range(1, 25).Select(row => $"Group {row}: 3 1 0 2 7 {row * 7} points"));
        List<Shingles> plain = bodies.ConvertAll(Shingles.Of);
        List<Shingles> hard = bodies.ConvertAll(body => Shingles.Of($"{body}\n\n{quotation}\n\n{table}\n\n{boilerplate}"));
        var pairs = bodies.Count * (bodies.Count - 1) / 2;
        Console.WriteLine($"  false among {pairs} pairs of unrelated bodies: {False(plain)}; with a quotation, a table and a boilerplate in common: {False(hard)}");
    }

    private static int False(List<Shingles> texts) =>
        Enumerable.Range(0, texts.Count).Sum(one => Enumerable.Range(0, one).Count(other => texts[one].IsCopyOf(texts[other])));

    private static void TellGenerated(List<string> bodies)
    {
        var (index, lexicon, random) = (new CopyIndex(Stored), new Lexicon(new Random(1)), new Random(2));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var wrong = 0;
        for (var id = 0; id < Stored; id++)
        {
            var shingles = Shingles.Of(GeneratedArticle.Create(lexicon, random).Text.Text);
            wrong += index.Candidates(shingles, DateTimeOffset.UnixEpoch).Count;
            index.Add(id, DateTimeOffset.UnixEpoch, shingles);
        }

        Console.WriteLine($"{Stored} generated articles of some 400 words: {wrong} candidates for copies among them, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024 / 1024} MiB");
        List<string> asked = [.. Enumerable.Range(0, Asked).Select(at => at % 10 == 0 ? bodies[at / 10 % bodies.Count] : GeneratedArticle.Create(lexicon, random).Text.Text)];
        Tell("shingles of a text", Timing.Of(Asked, 3, at => Shingles.Of(asked[at])));
        var read = asked.ConvertAll(Shingles.Of);
        Tell("look-up of its candidates", Timing.Of(Asked, 3, at => index.Candidates(read[at], DateTimeOffset.UnixEpoch)));
    }

    private static void Tell(string what, Timing timing) =>
        Console.WriteLine($"  {what}: median {timing.Median / 1000:F3} ms, p95 {timing.At(0.95) / 1000:F3} ms, p99 {timing.At(0.99) / 1000:F3} ms");
}
