using NewsBot.Stories.Vectors;

namespace NewsBot.Stories.Clustering;

/// <summary>Finds articles by their characteristic words. Each word remembers its latest articles alone, which bounds memory and search.</summary>
internal sealed class TermIndex
{
    /// <summary>Words of an article's headline, opening and names by which it is found.</summary>
    private const int KeysPerArticle = 40;

    private const int MaxPostings = 256;

    private readonly Dictionary<uint, Queue<long>> postings = [];

    /// <summary>Odd, so that keys stay distinct; of this process, so that nobody can choose words that crowd a bucket.</summary>
    private readonly uint spread = (uint)Random.Shared.Next() | 1;

    public void Add(long id, ArticleVector article)
    {
        foreach (var term in KeyTerms(article))
        {
            if (!postings.TryGetValue(term.Key * spread, out var ids))
            {
                postings.Add(term.Key * spread, ids = new Queue<long>());
            }

            ids.Enqueue(id);
            if (ids.Count > MaxPostings)
            {
                ids.Dequeue();
            }
        }
    }

    /// <summary>Articles are removed in the order in which they were added.</summary>
    public void Remove(long id, ArticleVector article)
    {
        foreach (var term in KeyTerms(article))
        {
            if (postings.TryGetValue(term.Key * spread, out var ids) && ids.TryPeek(out var oldest) && oldest == id)
            {
                ids.Dequeue();
                if (ids.Count == 0)
                {
                    postings.Remove(term.Key * spread);
                }
            }
        }
    }

    /// <summary>The articles that share most, best first.</summary>
    public IEnumerable<long> Find(ArticleVector article, int limit)
    {
        var hits = new Dictionary<long, float>();
        foreach (var term in KeyTerms(article))
        {
            if (postings.TryGetValue(term.Key * spread, out var ids))
            {
                foreach (var id in ids)
                {
                    hits[id] = hits.GetValueOrDefault(id) + (float)term.Idf;
                }
            }
        }

        return hits.OrderByDescending(hit => hit.Value).ThenByDescending(hit => hit.Key).Take(limit).Select(hit => hit.Key);
    }

    private static IEnumerable<WeightedTerm> KeyTerms(ArticleVector article) => article.Terms
        .Where(term => term.Has(TermRole.Opening) || term.Has(TermRole.Name))
        .OrderByDescending(term => term.Weight)
        .Take(KeysPerArticle);
}
