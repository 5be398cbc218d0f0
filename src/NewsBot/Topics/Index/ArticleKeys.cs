using NewsBot.Text;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The keys that an article holds: of its words, of pairs of neighbouring words and of prefixes, without most of those that no topic has.
/// Reused for each article.
/// </summary>
internal sealed class ArticleKeys(KeyTable table, PrefixTable prefixes)
{
    /// <summary>Where a prefix stands is not noted.</summary>
    private const int NoToken = -1;

    private readonly ArticlePrefixes articlePrefixes = new(prefixes);
    private (ulong Key, int Token)[] found = [];
    private int count;

    /// <summary>Each key, and the token of the word or of the pair's second word; -1 for a prefix. A pair may come more than once.</summary>
    public ReadOnlySpan<(ulong Key, int Token)> Found => found.AsSpan(0, count);

    public void Gather(AnalyzedArticle article)
    {
        count = 0;
        Reserve(2 * article.Tokens.Length);
        GatherWords(article.Places);
        GatherPairs(article.Places.Hashes, article.Tokens);
        if (!prefixes.IsEmpty)
        {
            GatherPrefixes(articlePrefixes.Find(article));
        }
    }

    private void GatherWords(StemPositions stems)
    {
        var hashes = stems.Hashes;
        foreach (var token in stems.Distinct)
        {
            Add(hashes[token], token);
        }
    }

    private void GatherPairs(ReadOnlySpan<ulong> hashes, ReadOnlySpan<Token> tokens)
    {
        for (var second = 1; second < tokens.Length; second++)
        {
            if (tokens[second].Position == tokens[second - 1].Position + 1)
            {
                Add(LiteralKeys.OfPair(hashes[second - 1], hashes[second]), second);
            }
        }
    }

    private void GatherPrefixes(List<ulong> keys)
    {
        Reserve(keys.Count);
        foreach (var key in keys)
        {
            Add(key, NoToken);
        }
    }

    private void Reserve(int more)
    {
        if (found.Length - count < more)
        {
            Array.Resize(ref found, Math.Max(count + more, found.Length * 2));
        }
    }

    /// <summary>Always stores and advances conditionally: whether a key is there is a branch that no processor predicts.</summary>
    private void Add(ulong key, int token)
    {
        found[count] = (key, token);
        count += table.MayContain(key) ? 1 : 0;
    }
}
