using System.Runtime.InteropServices;
using NewsBot.TextAnalysis;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>Matches articles against the index, one at a time: first finds every literal, then the topics under those. Allocates nothing.</summary>
internal sealed class IndexReader(TopicIndex index)
{
    private readonly Chunked<Literal> literals = index.Literals.All;
    private readonly BitSet present = new();
    private readonly BitSet refuted = new();
    private readonly BitSet reported = new();
    private readonly List<(ulong Key, int Place)> candidates = [];
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
            FindLiterals(article);
            AskFilters(article);
            foreach (var postings in CollectionsMarshal.AsSpan(hits))
            {
                Follow(postings);
            }

            Report(found);
        }
        finally
        {
            present.Clear();
            refuted.Clear();
            reported.Clear();
            candidates.Clear();
            hits.Clear();
            passed.Clear();
            Volatile.Write(ref began, long.MaxValue);
        }
    }

    private void FindLiterals(AnalyzedArticle article)
    {
        var places = index.Literals.Table.Snapshot();
        Gather(places, article);
        var entries = places.Entries;
        var gathered = CollectionsMarshal.AsSpan(candidates);

        // The places are far apart in memory: read in a row without a question, many are fetched at a time, and the search finds them near.
        foreach (ref readonly var candidate in gathered)
        {
            touched ^= entries[candidate.Place];
        }

        foreach (ref readonly var candidate in gathered)
        {
            Search(entries, candidate.Place, candidate.Key, article);
        }
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

    /// <summary>Notes the keys of words, of neighbours and of beginnings, but for those that surely have no literal.</summary>
    private void Gather(KeyPlaces places, AnalyzedArticle article)
    {
        var hashes = article.Places.Hashes;
        var tokens = article.Tokens;
        var counts = index.Frequencies.Wants;
        foreach (var token in article.Places.Distinct)
        {
            Gather(places, hashes[token]);
            if (counts)
            {
                index.Frequencies.Count(hashes[token]);
            }
        }

        for (var second = 1; second < tokens.Length; second++)
        {
            if (tokens[second].Position == tokens[second - 1].Position + 1)
            {
                Gather(places, LiteralKeys.OfPair(hashes[second - 1], hashes[second]));
            }
        }

        if (!index.Beginnings.IsEmpty)
        {
            GatherBeginnings(places, article, tokens);
        }
    }

    private void GatherBeginnings(KeyPlaces places, AnalyzedArticle article, ReadOnlySpan<Token> tokens)
    {
        // Terms are far apart in memory: so many are fetched at a time.
        var beginnings = 0UL;
        foreach (var token in article.Places.Distinct)
        {
            beginnings ^= tokens[token].Term.Beginning;
        }

        touched ^= (long)beginnings;
        for (var token = 0; token < tokens.Length; token++)
        {
            // Once per word is enough: the last of its places.
            var next = article.Places.Next(token);
            var isLast = next < 0 || !ReferenceEquals(tokens[next].Term, tokens[token].Term);
            if (isLast && index.Beginnings.LengthsOf(tokens[token].Term) is var lengths && lengths != 0)
            {
                GatherBeginnings(places, tokens[token].Term, lengths);
            }
        }
    }

    private void GatherBeginnings(KeyPlaces places, Term word, ulong lengths)
    {
        var state = word.Beginning;
        for (var length = Beginnings.Shortest; ; length++)
        {
            if (Beginnings.IsAsked(lengths, length))
            {
                Gather(places, LiteralKeys.OfBeginning(WordHash.Finish(state)));
            }

            if (length == word.Plain.Length)
            {
                return;
            }

            state = WordHash.Extend(state, word.Plain[length]);
        }
    }

    private void Gather(KeyPlaces places, ulong key)
    {
        var place = places.Start(key);
        if (places.MayHave(key, place))
        {
            candidates.Add((key, place));
        }
    }

    private void Search(long[] entries, int place, ulong key, AnalyzedArticle article)
    {
        while (Volatile.Read(ref entries[place]) is var entry && entry != 0)
        {
            // A literal that came while this article is matched has only topics that it does not see.
            var literal = (int)entry;
            if ((uint)(entry >> 32) == (uint)key && literal != 0 && literal < bound && literals[literal].Key == key)
            {
                Note(literal, Volatile.Read(ref literals[literal].Postings), article);
            }

            place = place + 1 == entries.Length ? 0 : place + 1;
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

    private void Follow(long postings)
    {
        if (!Posting.IsList(postings))
        {
            Test(postings);
            return;
        }

        foreach (ref readonly var posting in index.Postings.ListOf(postings))
        {
            if (Volatile.Read(in posting) is var one && one != Posting.None)
            {
                Test(one);
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

    /// <summary>By itself, because the topics' entries are far apart in memory too.</summary>
    private void Report(List<long> found)
    {
        var topics = index.Topics;
        foreach (var posting in CollectionsMarshal.AsSpan(passed))
        {
            var topic = Posting.Topic(posting);
            var entry = Volatile.Read(ref topics[topic]);
            if (TopicEntry.IsSeen(entry, version)
                && (!Posting.HasProgram(posting) || index.Programs.Holds(~TopicEntry.Code(entry), present))
                && (!Posting.IsSeveral(posting) || reported.Add(topic)))
            {
                found.Add(topic);
            }
        }
    }
}
