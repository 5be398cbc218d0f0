using NewsBot.TextAnalysis;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The keys that an article holds: of its words, of two words side by side and of beginnings of words, but for those that surely have no
/// literal. Used again for each article.
/// </summary>
internal sealed class ArticleKeys(TopicIndex index)
{
    private (ulong Key, int Place)[] found = [];
    private int count;

    /// <summary>Each key, and where the search for it starts.</summary>
    public ReadOnlySpan<(ulong Key, int Place)> Found => found.AsSpan(0, count);

    public void Gather(KeyPlaces places, AnalyzedArticle article)
    {
        count = 0;
        Reserve(2 * article.Tokens.Length);
        GatherWords(places, article.Places);
        GatherNeighbours(places, article.Places.Hashes, article.Tokens);
        if (!index.Beginnings.IsEmpty)
        {
            GatherBeginnings(places, article);
        }
    }

    private void GatherWords(KeyPlaces places, StemPlaces stems)
    {
        var counts = index.Frequencies.Wants;
        foreach (var token in stems.Distinct)
        {
            Gather(places, stems.Hashes[token]);
            if (counts)
            {
                index.Frequencies.Count(stems.Hashes[token]);
            }
        }
    }

    private void GatherNeighbours(KeyPlaces places, ReadOnlySpan<ulong> hashes, ReadOnlySpan<Token> tokens)
    {
        for (var second = 1; second < tokens.Length; second++)
        {
            if (tokens[second].Position == tokens[second - 1].Position + 1)
            {
                Gather(places, LiteralKeys.OfPair(hashes[second - 1], hashes[second]));
            }
        }
    }

    private void GatherBeginnings(KeyPlaces places, AnalyzedArticle article)
    {
        var tokens = article.Tokens;
        for (var token = 0; token < tokens.Length; token++)
        {
            // Once per word is enough: the last of its places.
            if (index.Beginnings.LengthsOf(tokens[token].FirstLetters) is var lengths && lengths != 0
                && (article.Places.Next(token) is var next && (next < 0 || !ReferenceEquals(tokens[next].Term, tokens[token].Term))))
            {
                GatherBeginnings(places, tokens[token].Term, lengths);
            }
        }
    }

    private void GatherBeginnings(KeyPlaces places, Term word, ulong lengths)
    {
        Reserve(word.Plain.Length);
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

    private void Reserve(int more)
    {
        if (found.Length - count < more)
        {
            Array.Resize(ref found, Math.Max(count + more, found.Length * 2));
        }
    }

    /// <summary>Writes in any case and counts it or not: a guess that fails costs more.</summary>
    private void Gather(KeyPlaces places, ulong key)
    {
        var place = places.Start(key);
        found[count] = (key, place);
        count += places.MayHave(key, place) ? 1 : 0;
    }
}
