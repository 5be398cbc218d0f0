using System.Collections.Concurrent;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>
/// All topics, found by the words of an article. Readers take no lock: the queries under a stem are an array that a writer replaces and
/// never changes. A topic that is being added or removed under several stems is either met, and then wholly verified, or not met:
/// an article never sees half a query. Writers wait for each other.
/// </summary>
internal sealed class TopicIndex
{
    private readonly ConcurrentDictionary<string, Kept[]> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<long, HashSet<string>> anchors = [];
    private readonly Lock writing = new();

    /// <summary>Topics in the index.</summary>
    public int Count
    {
        get
        {
            lock (writing)
            {
                return anchors.Count;
            }
        }
    }

    /// <summary>Matches from the next article on; a topic that is there already is replaced.</summary>
    public void Add(long topicId, TopicQuery query)
    {
        lock (writing)
        {
            Remove(topicId);
            var stems = Anchors.Of(query.Root, stem => byStem.TryGetValue(stem, out var kept) ? kept.Length : 0);
            foreach (var stem in stems)
            {
                byStem[stem] = [.. byStem.GetValueOrDefault(stem, []), new Kept(topicId, query)];
            }

            anchors[topicId] = stems;
        }
    }

    /// <returns>False when there is no such topic.</returns>
    public bool Remove(long topicId)
    {
        lock (writing)
        {
            if (!anchors.Remove(topicId, out var stems))
            {
                return false;
            }

            foreach (var stem in stems)
            {
                var others = Array.FindAll(byStem[stem], kept => kept.TopicId != topicId);
                _ = others.Length == 0 ? byStem.TryRemove(stem, out _) : byStem.TryUpdate(stem, others, byStem[stem]);
            }

            return true;
        }
    }

    /// <summary>Every topic that the article matches at any level, by id.</summary>
    public IReadOnlyList<TopicMatch> Match(AnalyzedArticle article)
    {
        var matches = new SortedDictionary<long, TopicMatch>();
        var seen = new HashSet<long>();
        foreach (var stem in article.Stems)
        {
            foreach (var (topicId, query) in byStem.GetValueOrDefault(stem, []))
            {
                if (seen.Add(topicId) && TopicMatch.Of(query, article, topicId) is { } match)
                {
                    matches.Add(topicId, match);
                }
            }
        }

        return [.. matches.Values];
    }

    private readonly record struct Kept(long TopicId, TopicQuery Query);
}
