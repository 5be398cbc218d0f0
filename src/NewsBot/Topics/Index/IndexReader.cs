using System.Runtime.InteropServices;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// Matches articles against the index, one at a time: first finds every literal, then the topics under those. Allocates nothing.
/// What it reads lies far apart in memory. So each step first reads all of its places in a row without a question, so that many are
/// fetched at a time, and then finds them near.
/// </summary>
internal sealed class IndexReader(TopicIndex index)
{
    private readonly Chunked<Literal> literals = index.Literals.All;
    private readonly ArticleKeys keys = new(index);
    private readonly BitSet present = new();
    private readonly BitSet refuted = new();
    private readonly BitSet reported = new();
    private readonly List<(ulong Key, int Literal)> met = [];
    private readonly List<long> hits = [];
    private readonly List<long> passed = [];
    private long touched;
    private long began = long.MaxValue;
    private long version;
    private int bound;

    /// <summary>The version of the index at which the article under way began; the highest number when there is none.</summary>
    public long Began => Volatile.Read(ref began);

    public void Find(AnalyzedArticle article, List<long> found)
    {
        version = index.Version;

        // A full fence: the writer sees that this reader began, or this reader sees all that the writer did before it looked.
        Interlocked.Exchange(ref began, version);
        try
        {
            bound = index.Literals.Bound;
            present.Reserve(bound);
            refuted.Reserve(bound);
            reported.Reserve(index.Topics.Length);
            Meet(article);
            Note(article);
            AskFilters(article);
            Follow();
            Report(found);
        }
        finally
        {
            present.Clear();
            refuted.Clear();
            reported.Clear();
            met.Clear();
            hits.Clear();
            passed.Clear();
            Volatile.Write(ref began, long.MaxValue);
        }
    }

    /// <summary>Meets the literals that share half a key with the article.</summary>
    private void Meet(AnalyzedArticle article)
    {
        var places = index.Literals.Table.Snapshot();
        keys.Gather(places, article);
        var entries = places.Entries;
        foreach (ref readonly var key in keys.Found)
        {
            touched ^= entries[key.Place];
        }

        foreach (var (key, start) in keys.Found)
        {
            var place = start;
            while (Volatile.Read(ref entries[place]) is var entry && entry != 0)
            {
                // A literal that came while this article is matched has only topics that it need not see.
                if ((uint)(entry >> 32) == (uint)key && (int)entry is var literal && literal != 0 && literal < bound)
                {
                    met.Add((key, literal));
                }

                place = place + 1 == entries.Length ? 0 : place + 1;
            }
        }
    }

    /// <summary>Notes the literals that are there, and the topics under them.</summary>
    private void Note(AnalyzedArticle article)
    {
        var candidates = CollectionsMarshal.AsSpan(met);
        foreach (ref readonly var candidate in candidates)
        {
            touched ^= literals[candidate.Literal].Postings;
        }

        foreach (var (key, literal) in candidates)
        {
            ref var one = ref literals[literal];
            if (one.Key == key)
            {
                Note(literal, Volatile.Read(ref one.Postings), article);
            }
        }
    }

    private void Note(int literal, long postings, AnalyzedArticle article)
    {
        if (Posting.IsAlias(postings))
        {
            var isChecked = Posting.IsChecked(postings);
            literal = Posting.Target(postings);
            if (literal >= bound || present.Contains(literal) || (isChecked && !Holds(literal, article)))
            {
                return;
            }

            postings = Volatile.Read(ref literals[literal].Postings);
        }

        if (present.Add(literal) && postings != Posting.None)
        {
            hits.Add(postings);
        }
    }

    private bool Holds(int literal, AnalyzedArticle article)
    {
        if (refuted.Contains(literal))
        {
            return false;
        }

        var holds = index.Literals.PartOf(literal) is { } part && QueryMatching.Holds(part, article);
        return holds || !refuted.Add(literal);
    }

    private void AskFilters(AnalyzedArticle article)
    {
        foreach (var filter in index.Literals.Filters)
        {
            if (filter < bound && Holds(filter, article))
            {
                present.Add(filter);
            }
        }
    }

    private void Follow()
    {
        var postings = CollectionsMarshal.AsSpan(hits);
        foreach (var posting in postings)
        {
            touched ^= Posting.IsList(posting) ? index.Postings.ListOf(posting)[0] : 0;
        }

        foreach (var posting in postings)
        {
            if (!Posting.IsList(posting))
            {
                Test(posting);
                continue;
            }

            foreach (ref readonly var one in index.Postings.ListOf(posting))
            {
                if (Volatile.Read(in one) is var topic && topic != Posting.None)
                {
                    Test(topic);
                }
            }
        }
    }

    private void Test(long posting)
    {
        var test = Posting.Test(posting);
        if (test == 0 || present.Contains(Math.Abs(test)) == test > 0)
        {
            passed.Add(posting);
        }
    }

    private void Report(List<long> found)
    {
        var isSettled = index.IsSettledSince(version);
        foreach (var posting in CollectionsMarshal.AsSpan(passed))
        {
            var topic = Posting.Topic(posting);
            var holds = (isSettled && !Posting.HasProgram(posting)) || Posting.IsProven(posting) || Holds(posting, topic);

            // A topic that was taken out and put in again meanwhile may have been met in both places.
            var mayRepeat = !isSettled || Posting.IsSeveral(posting);
            if (holds && (!mayRepeat || reported.Add(topic)))
            {
                found.Add(topic);
            }
        }
    }

    /// <summary>What is absent may only be unknown to an article that began before the topic came.</summary>
    private bool Holds(long posting, int topic)
    {
        var entry = Volatile.Read(ref index.Topics[topic]);
        return TopicEntry.IsSeen(entry, version)
            && (!Posting.HasProgram(posting) || index.Programs.Holds(~TopicEntry.Code(entry), present));
    }
}
