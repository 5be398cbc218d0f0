using System.Collections.Concurrent;
using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>
/// All topics, found by the words of an article. An article's words are looked up once; a topic of one literal is then found, and one of
/// several is looked at under the rarest of them and costs a test of bits. One writer at a time; readers take no lock and never wait.
/// An article sees every topic that was there when its matching began, and no half of one that came after.
/// </summary>
internal sealed class TopicIndex
{
    private readonly Lock writing = new();
    private readonly ConcurrentBag<IndexReader> idle = [];
    private readonly Retired retired;
    private readonly Planning planning;
    private readonly List<int> freed = [];

    public TopicIndex()
    {
        retired = new Retired(Changes);
        var keys = new LiteralKeys(Frequencies, Beginnings);
        Literals = new Literals(keys, retired);
        Postings = new Postings(Literals.All, retired);
        Programs = new Programs(retired);
        planning = new Planning(Literals, keys);
    }

    internal Frequencies Frequencies { get; } = new();

    internal Beginnings Beginnings { get; } = new();

    internal Literals Literals { get; }

    internal Postings Postings { get; }

    internal Programs Programs { get; }

    /// <summary>By id; see <see cref="TopicEntry"/>.</summary>
    internal Chunked<long> Topics { get; } = new();

    internal Changes Changes { get; } = new();

    /// <summary>Topics in the index.</summary>
    public int Count { get; private set; }

    /// <summary>Matches from the next article on; a topic that is there already is replaced.</summary>
    /// <param name="topicId">1 or more, below <see cref="Posting.MaxTopics"/>: memory is for the highest.</param>
    public void Add(long topicId, TopicQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(topicId, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(topicId, Posting.MaxTopics);
        lock (writing)
        {
            Remove(topicId);
            var topic = (int)topicId;
            Changes.Begin(topic);
            Topics.Reserve(topic);
            var plan = planning.PlanOf(query.Root);
            var (anchors, posting) = planning.PostingOf(topic, plan);
            var code = plan is Plan.Leaf leaf ? leaf.Literal : ~Programs.Add(plan);
            Volatile.Write(ref Topics[topic], TopicEntry.Of(Changes.Version + 1, code));
            for (var index = 0; index < anchors.Count; index++)
            {
                Postings.Add(anchors[index], posting);
            }

            Count++;
            End();
        }
    }

    /// <returns>False when there is no such topic.</returns>
    public bool Remove(long topicId)
    {
        lock (writing)
        {
            if (topicId < 1 || topicId >= Topics.Length || Topics[(int)topicId] == TopicEntry.None)
            {
                return false;
            }

            Changes.Begin((int)topicId);
            Remove((int)topicId, TopicEntry.Code(Topics[(int)topicId]));
            Count--;
            End();
            return true;
        }
    }

    /// <summary>Finds the topics that the article matches at any level, in no order.</summary>
    /// <param name="found">Gets their ids.</param>
    public void Find(AnalyzedArticle article, List<long> found)
    {
        if (!idle.TryTake(out var reader))
        {
            reader = new IndexReader(this);
            retired.Register(reader);
        }

        try
        {
            reader.Find(article, found);
        }
        finally
        {
            idle.Add(reader);
        }
    }

    /// <summary>Learns how common words are, from an article that is not matched: the rarer a topic's anchor, the less it costs.</summary>
    public void Learn(AnalyzedArticle article) => Frequencies.Count(article.Places);

    private void End()
    {
        Changes.End();
        retired.Release();
    }

    private void Remove(int topic, int code)
    {
        freed.Clear();
        if (code >= 0)
        {
            freed.Add(code);
        }
        else
        {
            Programs.AddLiterals(~code, freed);
        }

        foreach (var literal in freed)
        {
            Postings.Remove(literal, topic);
        }

        Volatile.Write(ref Topics[topic], TopicEntry.None);
        foreach (var literal in freed)
        {
            Literals.GiveBack(literal);
        }

        if (code < 0)
        {
            Programs.Remove(~code);
        }
    }
}
