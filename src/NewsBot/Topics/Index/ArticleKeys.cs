using NewsBot.Text;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The keys that an article holds: of its words, of two words side by side and of beginnings of words, but for those that surely have no
/// literal. Used again for each article.
/// </summary>
internal sealed class ArticleKeys(TopicIndex index)
{
    private readonly ArticleBeginnings beginnings = new(index.Beginnings);
    private (ulong Key, int Group)[] found = [];
    private int count;

    /// <summary>Each key, and its group.</summary>
    public ReadOnlySpan<(ulong Key, int Group)> Found => found.AsSpan(0, count);

    public void Gather(KeyPlaces places, AnalyzedArticle article)
    {
        count = 0;
        Reserve(2 * article.Tokens.Length);
        GatherWords(places, article.Places);
        GatherNeighbours(places, article.Places.Hashes, article.Tokens);
        if (!index.Beginnings.IsEmpty)
        {
            GatherBeginnings(places, beginnings.Find(article));
        }
    }

    private void GatherWords(KeyPlaces places, StemPositions stems)
    {
        var hashes = stems.Hashes;
        var end = count;
        foreach (var token in stems.Distinct)
        {
            end = Put(places, hashes[token], found, end);
        }

        count = end;
        if (index.Frequencies.Wants)
        {
            index.Frequencies.Count(stems);
        }
    }

    private void GatherNeighbours(KeyPlaces places, ReadOnlySpan<ulong> hashes, ReadOnlySpan<Token> tokens)
    {
        var end = count;
        for (var second = 1; second < tokens.Length; second++)
        {
            if (tokens[second].Position == tokens[second - 1].Position + 1)
            {
                end = Put(places, LiteralKeys.OfPair(hashes[second - 1], hashes[second]), found, end);
            }
        }

        count = end;
    }

    private void GatherBeginnings(KeyPlaces places, List<ulong> keys)
    {
        Reserve(keys.Count);
        var end = count;
        foreach (var key in keys)
        {
            end = Put(places, key, found, end);
        }

        count = end;
    }

    private void Reserve(int more)
    {
        if (found.Length - count < more)
        {
            Array.Resize(ref found, Math.Max(count + more, found.Length * 2));
        }
    }

    /// <summary>Writes in any case and counts it or not: a guess that fails costs more. Returns the count.</summary>
    private static int Put(KeyPlaces places, ulong key, (ulong Key, int Group)[] into, int end)
    {
        var group = places.GroupOf(key);
        into[end] = (key, group);
        return end + (places.MayHave(key, group) ? 1 : 0);
    }
}
