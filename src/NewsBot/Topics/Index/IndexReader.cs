using System.Runtime.InteropServices;
using NewsBot.TextAnalysis;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>Matches articles against the index, one at a time: first finds every literal, then the topics under those. Allocates nothing.</summary>
internal sealed class IndexReader(TopicIndex index)
{
    private readonly BitSet present = new();
    private readonly BitSet refuted = new();
    private readonly BitSet reported = new();
    private readonly List<long> hits = [];
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
            foreach (var postings in CollectionsMarshal.AsSpan(hits))
            {
                Follow(postings, found);
            }
        }
        finally
        {
            present.Clear();
            refuted.Clear();
            reported.Clear();
            hits.Clear();
            Volatile.Write(ref began, long.MaxValue);
        }
    }

    private void FindLiterals(AnalyzedArticle article)
    {
        var places = index.Literals.Table.Snapshot();
        var hashes = article.Places.Hashes;
        var tokens = article.Tokens;
        var counts = index.Frequencies.Wants;
        foreach (var token in article.Places.Distinct)
        {
            LookUp(places, hashes[token], article);
            if (counts)
            {
                index.Frequencies.Count(hashes[token]);
            }
        }

        for (var second = 1; second < tokens.Length; second++)
        {
            if (tokens[second].Position == tokens[second - 1].Position + 1)
            {
                LookUp(places, LiteralKeys.OfPair(hashes[second - 1], hashes[second]), article);
            }
        }

        FindBeginnings(places, article, tokens);
    }

    private void FindBeginnings(long[] places, AnalyzedArticle article, ReadOnlySpan<Token> tokens)
    {
        for (var token = 0; token < tokens.Length; token++)
        {
            // Once per word is enough: the last of its places.
            var next = article.Places.Next(token);
            var lengths = next >= 0 && ReferenceEquals(tokens[next].Term, tokens[token].Term) ? 0 : index.Beginnings.LengthsOf(tokens[token].Term.Plain);
            if (lengths != 0)
            {
                LookUpBeginnings(places, tokens[token].Term.Plain, lengths, article);
            }
        }
    }

    private void LookUpBeginnings(long[] places, string word, ulong lengths, AnalyzedArticle article)
    {
        var state = WordHash.Start;
        for (var length = 1; length <= word.Length; length++)
        {
            state = WordHash.Extend(state, word[length - 1]);
            if (length >= Beginnings.Shortest && Beginnings.IsAsked(lengths, length))
            {
                LookUp(places, LiteralKeys.OfBeginning(WordHash.Finish(state)), article);
            }
        }
    }

    private void LookUp(long[] places, ulong key, AnalyzedArticle article)
    {
        var place = KeyTable.Start(places, key);
        for (var literal = index.Literals.Table.Next(places, key, ref place); literal != 0; literal = index.Literals.Table.Next(places, key, ref place))
        {
            // A literal that came while this article is matched has only topics that it does not see.
            if (literal < bound)
            {
                Note(literal, Volatile.Read(ref index.Literals.All[literal].Postings), article);
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

            postings = Volatile.Read(ref index.Literals.All[literal].Postings);
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

    private void Follow(long postings, List<long> found)
    {
        if (!Posting.IsList(postings))
        {
            Report(postings, found);
            return;
        }

        foreach (ref readonly var posting in index.Postings.ListOf(postings))
        {
            if (Volatile.Read(in posting) is var one && one != Posting.None)
            {
                Report(one, found);
            }
        }
    }

    private void Report(long posting, List<long> found)
    {
        var test = Posting.Test(posting);
        if (test != 0 && present.Contains(Math.Abs(test)) != test > 0)
        {
            return;
        }

        var topic = Posting.Topic(posting);
        var entry = Volatile.Read(ref index.Topics[topic]);
        if (TopicEntry.IsSeen(entry, version)
            && (!Posting.HasProgram(posting) || index.Programs.Holds(~TopicEntry.Code(entry), present))
            && (!Posting.IsSeveral(posting) || reported.Add(topic)))
        {
            found.Add(topic);
        }
    }
}
