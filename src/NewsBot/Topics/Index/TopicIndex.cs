using NewsBot.Topics.Matching;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Index;

/// <summary>
/// All topics, found by the words of an article. An article's words are looked up once; a topic of one literal is then found, and one of
/// several is kept under the rarest of them and costs a test of bits there. Belongs to one caller at a time: nothing is synchronised.
/// </summary>
internal sealed class TopicIndex
{
    private const int NoCondition = 0;

    private readonly TermFrequencies frequencies = new();
    private readonly PostingLists postings = new();
    private readonly ConditionPrograms programs = new();
    private readonly Literals literals;
    private readonly QueryPlanner planner;
    private readonly ArticleSearch search;
    private readonly TopicScorer scorer;
    private readonly List<int> released = [];
    private readonly List<long> found = [];

    /// <summary>By topic id: its only literal, the complement of its program, or 0 where there is no topic.</summary>
    private int[] conditions = new int[1 << 10];

    public TopicIndex()
    {
        var prefixes = new PrefixTable();
        var keys = new LiteralKeys(frequencies, prefixes);
        literals = new Literals(keys);
        planner = new QueryPlanner(literals, keys);
        search = new ArticleSearch(literals, postings, programs, new ArticleKeys(literals.Table, prefixes));
        scorer = new TopicScorer(literals, programs, search);
    }

    /// <summary>Topics in the index.</summary>
    public int Count { get; private set; }

    /// <summary>Literals that there is room for: what memory depends on.</summary>
    internal int LiteralBound => literals.Bound;

    /// <summary>Matches from the next article on; a topic that is there already is replaced.</summary>
    /// <param name="topicId">1 or more, below <see cref="Posting.MaxTopics"/>: memory is for the highest.</param>
    public void Add(long topicId, TopicQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(topicId, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(topicId, Posting.MaxTopics);
        Remove(topicId);
        var topic = (int)topicId;
        var plan = planner.PlanOf(query.Root);
        var (anchors, posting) = planner.PostingOf(topic, plan);
        foreach (var anchor in anchors)
        {
            postings.Add(ref literals.PostingsOf(anchor), posting);
        }

        if (topic >= conditions.Length)
        {
            Array.Resize(ref conditions, Math.Max(topic + 1, conditions.Length + (conditions.Length / 2)));
        }

        conditions[topic] = plan is QueryPlan.Leaf leaf ? leaf.Literal : ~programs.Add(plan);
        Count++;
    }

    /// <returns>False when there is no such topic.</returns>
    public bool Remove(long topicId)
    {
        if (topicId < 1 || topicId >= conditions.Length || conditions[topicId] == NoCondition)
        {
            return false;
        }

        var condition = conditions[topicId];
        released.Clear();
        if (condition > 0)
        {
            released.Add(condition);
        }
        else
        {
            AddLiterals(programs[~condition], released);
            programs.Remove(~condition);
        }

        foreach (var literal in released)
        {
            postings.Remove(ref literals.PostingsOf(literal), (int)topicId);
        }

        released.ForEach(literals.Release);
        conditions[topicId] = NoCondition;
        Count--;
        return true;
    }

    /// <summary>Finds the topics that the article matches at any level, in no order.</summary>
    /// <param name="found">Their ids are added.</param>
    public void Find(AnalyzedArticle article, List<long> found)
    {
        frequencies.Sample(article.Places);
        search.Find(article, conditions, found);
    }

    /// <summary>The topics that the article matches at any level, with score and reasons, in the order of their ids.</summary>
    public IReadOnlyList<TopicMatch> Match(AnalyzedArticle article)
    {
        found.Clear();
        Find(article, found);
        found.Sort();
        scorer.Begin();
        return [.. found.Select(topic => scorer.Score(article, topic, conditions[topic])).OfType<TopicMatch>()];
    }

    /// <summary>Learns how common words are, from an article that is not matched: the rarer a topic's anchor, the less it costs.</summary>
    public void Learn(AnalyzedArticle article) => frequencies.Count(article.Places);

    /// <summary>One that is named twice comes twice, as it was acquired twice.</summary>
    private static void AddLiterals(Condition condition, List<int> literals)
    {
        if (condition.IsLiteral)
        {
            literals.Add(condition.Literal);
            return;
        }

        foreach (var part in condition)
        {
            AddLiterals(part, literals);
        }
    }
}
