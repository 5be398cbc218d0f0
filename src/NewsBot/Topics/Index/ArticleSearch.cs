using System.Runtime.InteropServices;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// Searches one article at a time: first finds every literal in it, then the topics under those. Allocates nothing. What the article held
/// is kept until the next one, for scoring. What it reads lies far apart in memory, so that each step first reads one word of all of its
/// places, without a branch that would keep the processor from fetching many at a time: 1.6 times as fast at a million topics.
/// </summary>
internal sealed class ArticleSearch(Literals literals, PostingLists lists, ConditionPrograms programs, ArticleKeys keys)
{
    private readonly ClearableBitSet present = new();
    private readonly ClearableBitSet refuted = new();
    private readonly ClearableBitSet reported = new();
    private readonly List<int> tokens = [];
    private readonly List<(ulong Key, int Token, int Literal)> candidates = [];
    private readonly List<Posting> hits = [];
    private readonly List<Posting> passed = [];
    private ulong prefetched;

    /// <summary>The literals that the article holds.</summary>
    public ClearableBitSet Present => present;

    /// <summary>For each member of <see cref="Present"/>, in order, a token where it was found; -1 where that is not known.</summary>
    public ReadOnlySpan<int> Tokens => CollectionsMarshal.AsSpan(tokens);

    /// <param name="conditions">By topic id; see <see cref="TopicIndex"/>.</param>
    /// <param name="found">The ids of the topics are added.</param>
    public void Find(AnalyzedArticle article, int[] conditions, List<long> found)
    {
        Reset(conditions.Length);
        keys.Gather(article);
        LookUp();
        NoteLiterals(article);
        TestTopics();
        FetchConditions(conditions);
        foreach (var posting in CollectionsMarshal.AsSpan(passed))
        {
            if ((!posting.HasCondition || programs[~conditions[posting.Topic]].Holds(present))
                && (!posting.IsSeveral || reported.Add(posting.Topic)))
            {
                found.Add(posting.Topic);
            }
        }
    }

    private void Reset(int topics)
    {
        present.Clear();
        refuted.Clear();
        reported.Clear();
        tokens.Clear();
        candidates.Clear();
        hits.Clear();
        passed.Clear();
        present.Reserve(literals.Bound);
        refuted.Reserve(literals.Bound);
        reported.Reserve(topics);
    }

    /// <summary>Finds the literals that share half a key with the article.</summary>
    private void LookUp()
    {
        var table = literals.Table;
        prefetched ^= table.Prefetch(keys.Found);
        foreach (var (key, token) in keys.Found)
        {
            var slot = table.IndexOf(key);
            while (table.Next(key, ref slot) is var literal and not 0)
            {
                candidates.Add((key, token, literal));
            }
        }
    }

    private void NoteLiterals(AnalyzedArticle article)
    {
        foreach (ref readonly var candidate in CollectionsMarshal.AsSpan(candidates))
        {
            prefetched ^= literals.KeyOf(candidate.Literal);
        }

        foreach (var (key, token, literal) in CollectionsMarshal.AsSpan(candidates))
        {
            if (literals.KeyOf(literal) == key)
            {
                Note(literal, token, article);
            }
        }

        foreach (var filter in literals.Filters)
        {
            _ = Holds(filter, article) && Add(filter, -1);
        }
    }

    private void Note(int literal, int token, AnalyzedArticle article)
    {
        var postings = literals.PostingsOf(literal);
        if (postings.IsAlias)
        {
            literal = postings.Target;
            if (present.Contains(literal) || (postings.IsChecked && !Holds(literal, article)))
            {
                return;
            }

            postings = literals.PostingsOf(literal);
        }

        if (Add(literal, token) && !postings.IsNone)
        {
            hits.Add(postings);
        }
    }

    private bool Add(int literal, int token)
    {
        if (!present.Add(literal))
        {
            return false;
        }

        tokens.Add(token);
        return true;
    }

    private bool Holds(int literal, AnalyzedArticle article)
    {
        if (refuted.Contains(literal))
        {
            return false;
        }

        return QueryMatcher.Holds(literals.PartOf(literal)!, article) || !refuted.Add(literal);
    }

    private void TestTopics()
    {
        prefetched ^= lists.Prefetch(CollectionsMarshal.AsSpan(hits));
        foreach (ref readonly var posting in CollectionsMarshal.AsSpan(hits))
        {
            Test(posting.IsList ? lists[posting] : new ReadOnlySpan<Posting>(in posting));
        }
    }

    private void FetchConditions(int[] conditions)
    {
        var postings = CollectionsMarshal.AsSpan(passed);
        foreach (var posting in postings)
        {
            prefetched ^= posting.HasCondition ? (ulong)conditions[posting.Topic] : 0;
        }

        foreach (var posting in postings)
        {
            prefetched ^= posting.HasCondition ? (ulong)programs.LengthOf(~conditions[posting.Topic]) : 0;
        }
    }

    /// <summary>Always stores and advances conditionally: whether a test holds is a branch that no processor predicts.</summary>
    private void Test(ReadOnlySpan<Posting> postings)
    {
        var end = passed.Count;
        CollectionsMarshal.SetCount(passed, end + postings.Length);
        var into = CollectionsMarshal.AsSpan(passed);
        foreach (var posting in postings)
        {
            var test = posting.Test;
            into[end] = posting;
            end += !posting.IsNone & present.Contains(Math.Abs(test)) == test > 0 ? 1 : 0;
        }

        CollectionsMarshal.SetCount(passed, end);
    }
}
