using NewsBot.TextAnalysis;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The keys that an article holds: of its words, of two words side by side and of beginnings of words, but for those that surely have no
/// literal. Used again for each article.
/// </summary>
internal sealed class ArticleKeys(TopicIndex index)
{
    private (ulong Key, int Group)[] found = [];
    private int[] asked = [];
    private int count;
    private ulong touched;

    /// <summary>Each key, and its group.</summary>
    public ReadOnlySpan<(ulong Key, int Group)> Found => found.AsSpan(0, count);

    public void Gather(KeyPlaces places, AnalyzedArticle article)
    {
        count = 0;
        Reserve(2 * article.Tokens.Length);
        if (asked.Length < article.Tokens.Length)
        {
            asked = new int[article.Tokens.Length];
        }

        GatherWords(places, article.Places);
        GatherNeighbours(places, article.Places.Hashes, article.Tokens);
        if (!index.Beginnings.IsEmpty)
        {
            GatherBeginnings(places, article);
        }
    }

    private void GatherWords(KeyPlaces places, StemPlaces stems)
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

    private void GatherBeginnings(KeyPlaces places, AnalyzedArticle article)
    {
        var tokens = article.Tokens;
        var candidates = Asked(tokens);
        foreach (var token in candidates)
        {
            touched ^= tokens[token].Term.Beginning;
        }

        foreach (var token in candidates)
        {
            touched ^= (ulong)tokens[token].Term.Plain.Length;
        }

        foreach (var token in candidates)
        {
            // Once per word is enough: the last of its places.
            var next = article.Places.Next(token);
            if (next < 0 || !ReferenceEquals(tokens[next].Term, tokens[token].Term))
            {
                GatherBeginnings(places, tokens[token].Term, index.Beginnings.LengthsOf(tokens[token].FirstLetters));
            }
        }
    }

    /// <summary>The tokens that may have a beginning that is asked for.</summary>
    private ReadOnlySpan<int> Asked(ReadOnlySpan<Token> tokens)
    {
        var end = 0;
        for (var token = 0; token < tokens.Length; token++)
        {
            asked[end] = token;
            end += index.Beginnings.LengthsOf(tokens[token].FirstLetters) != 0 ? 1 : 0;
        }

        return asked.AsSpan(0, end);
    }

    private void GatherBeginnings(KeyPlaces places, Term word, int lengths)
    {
        if (word.Beginning == 0)
        {
            return;
        }

        var state = word.Beginning;
        for (var length = Beginnings.Shortest; ; length++)
        {
            if (Beginnings.IsAsked(lengths, length))
            {
                Reserve(1);
                count = Put(places, LiteralKeys.OfBeginning(WordHash.Finish(state)), found, count);
            }

            // The letters are far away in memory: most words need not be read for their first four.
            if (!Beginnings.IsAskedBeyond(lengths, length) || length == word.Plain.Length)
            {
                return;
            }

            state = WordHash.Extend(state, word.Plain[length]);
        }
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
