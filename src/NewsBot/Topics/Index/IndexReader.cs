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
    private readonly TopicFilter changed = new();
    private readonly List<(ulong Key, int Literal)> met = [];
    private readonly List<ulong> unfinished = [];
    private readonly List<long> hits = [];
    private readonly List<long> lists = [];
    private readonly List<long> passed = [];
    private long touched;
    private long began = long.MaxValue;
    private long version;
    private int bound;

    /// <summary>The version of the index at which the article under way began; the highest number when there is none.</summary>
    public long Began => Volatile.Read(ref began);

    public void Find(AnalyzedArticle article, List<long> found)
    {
        version = index.Changes.Version;

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
            unfinished.Clear();
            hits.Clear();
            lists.Clear();
            passed.Clear();
            Volatile.Write(ref began, long.MaxValue);
        }
    }

    /// <summary>Meets the literals that share half a key with the article.</summary>
    private void Meet(AnalyzedArticle article)
    {
        var places = index.Literals.Table.Snapshot();
        keys.Gather(places, article);
        touched ^= places.Touch(keys.Found);
        var end = 0;
        CollectionsMarshal.SetCount(met, keys.Found.Length);
        var into = CollectionsMarshal.AsSpan(met);
        foreach (var (key, group) in keys.Found)
        {
            var (literal, mayGoOn) = places.First(key, group);
            into[end] = (key, literal);

            // A literal that came while this article is matched has only topics that it need not see.
            end += literal != 0 & literal < bound ? 1 : 0;
            if (mayGoOn)
            {
                unfinished.Add(key);
            }
        }

        CollectionsMarshal.SetCount(met, end);
        foreach (var key in unfinished)
        {
            places.AddAll(key, bound, met);
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

        var holds = index.Literals.PartOf(literal) is { } part && QueryMatcher.Holds(part, article);
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
        TakeListsApart();
        Test(CollectionsMarshal.AsSpan(hits));
        foreach (var list in lists)
        {
            Touch(index.Postings.ListOf(list));
        }

        foreach (var list in lists)
        {
            Test(index.Postings.ListOf(list));
        }
    }

    private void TakeListsApart()
    {
        CollectionsMarshal.SetCount(lists, hits.Count);
        var (alone, listed) = (0, 0);
        for (var at = 0; at < hits.Count; at++)
        {
            var posting = hits[at];
            hits[alone] = lists[listed] = posting;
            var isList = Posting.IsList(posting) ? 1 : 0;
            (alone, listed) = (alone + 1 - isList, listed + isList);
        }

        CollectionsMarshal.SetCount(hits, alone);
        CollectionsMarshal.SetCount(lists, listed);
    }

    private void Touch(ReadOnlySpan<long> postings)
    {
        for (var place = 0; place < postings.Length; place += Postings.Fetched)
        {
            touched ^= postings[place];
        }

        touched ^= postings[^1];
    }

    /// <summary>Writes each in any case and counts it or not, as whether a test holds cannot be guessed.</summary>
    private void Test(ReadOnlySpan<long> postings)
    {
        var end = passed.Count;
        CollectionsMarshal.SetCount(passed, end + postings.Length);
        var into = CollectionsMarshal.AsSpan(passed);
        foreach (ref readonly var one in postings)
        {
            var posting = Volatile.Read(in one);
            var test = Posting.Test(posting);
            into[end] = posting;
            end += posting != Posting.None & present.Contains(Math.Abs(test)) == test > 0 ? 1 : 0;
        }

        CollectionsMarshal.SetCount(passed, end);
    }

    private void Report(List<long> found)
    {
        index.Changes.GatherSince(version, changed);
        foreach (var posting in CollectionsMarshal.AsSpan(passed))
        {
            touched ^= IsDoubtful(posting) ? index.Topics[Posting.Topic(posting)] : 0;
        }

        foreach (var posting in CollectionsMarshal.AsSpan(passed))
        {
            // A topic that was taken out and put in again meanwhile may have been met in both places.
            var topic = Posting.Topic(posting);
            var mayRepeat = Posting.IsSeveral(posting) || changed.MayHave(topic);
            if ((!IsDoubtful(posting) || Holds(posting, topic)) && (!mayRepeat || reported.Add(topic)))
            {
                found.Add(topic);
            }
        }
    }

    private bool IsDoubtful(long posting) => Posting.HasProgram(posting) || (!Posting.IsProven(posting) && changed.MayHave(Posting.Topic(posting)));

    /// <summary>What is absent may only be unknown to an article that began before the topic came.</summary>
    private bool Holds(long posting, int topic)
    {
        var entry = Volatile.Read(ref index.Topics[topic]);
        return TopicEntry.IsSeen(entry, version)
            && (!Posting.HasProgram(posting) || index.Programs.Holds(~TopicEntry.Code(entry), present));
    }
}
