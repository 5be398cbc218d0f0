using NewsBot.Text;
using NewsBot.Topics.Queries;

namespace NewsBot.Topics.Matching;

/// <summary>Finds where phrases and names stand in an article.</summary>
internal static class PhraseFinder
{
    /// <summary>Where the phrase stands. Capitals that a shouting passage cannot show count only when another place shows them.</summary>
    public static List<Hit> Find(Phrase phrase, AnalyzedArticle article)
    {
        var hits = new List<Hit>();
        var proven = !phrase.NeedsCapitals;
        for (var first = Next(phrase, article, -1); first >= 0; first = Next(phrase, article, first))
        {
            if (StandsAt(phrase, article, first))
            {
                hits.Add(new Hit(first, phrase.Words.Count));
                proven |= article.CaseTells(first);
            }
        }

        return proven ? hits : [];
    }

    /// <summary>Whether the phrase stands anywhere.</summary>
    public static bool Holds(Phrase phrase, AnalyzedArticle article)
    {
        for (var first = Next(phrase, article, -1); first >= 0; first = Next(phrase, article, first))
        {
            if (StandsAt(phrase, article, first) && (!phrase.NeedsCapitals || article.CaseTells(first)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether any of a concept's names stands outside of its exceptions.</summary>
    public static bool Holds(Concept concept, AnalyzedArticle article)
    {
        for (var index = 0; index < concept.Names.Count; index++)
        {
            if (Holds(concept.Names[index], article))
            {
                return !concept.NeedsContext || Find(concept, article).Count > 0;
            }
        }

        return false;
    }

    /// <summary>Where any of a concept's names stands, and not within a longer phrase of another meaning. No two hits overlap.</summary>
    public static List<Hit> Find(Concept concept, AnalyzedArticle article)
    {
        var hits = Join(concept.Names.SelectMany(name => Find(name, article)));
        if (hits.Count > 0 && concept.Exceptions.Count > 0)
        {
            var other = concept.Exceptions.SelectMany(phrase => Find(phrase, article)).ToList();
            hits.RemoveAll(hit => other.Exists(longer => hit.First < longer.End && longer.First < hit.End));
        }

        OtherBearers.Remove(concept, hits, article);

        return hits;
    }

    /// <summary>The hits in the order of the article; of those that overlap, the first and longest.</summary>
    public static List<Hit> Join(IEnumerable<Hit> hits)
    {
        var joined = new List<Hit>();
        foreach (var hit in hits.OrderBy(hit => hit.First).ThenByDescending(hit => hit.Count))
        {
            if (joined.Count == 0 || joined[^1].End <= hit.First)
            {
                joined.Add(hit);
            }
        }

        return joined;
    }

    /// <summary>The next token at which the phrase may stand, or -1. Only a phrase of nothing but beginnings is looked for everywhere.</summary>
    /// <param name="last">The one before, or -1.</param>
    private static int Next(Phrase phrase, AnalyzedArticle article, int last)
    {
        var offset = phrase.FirstStem;
        if (phrase.EmptyIn is { } language && string.Equals(language, article.Text.Language, StringComparison.OrdinalIgnoreCase))
        {
            return -1;
        }

        if (offset < 0)
        {
            return last + 1 < article.Tokens.Length ? last + 1 : -1;
        }

        var places = article.Places;
        var place = last < 0 ? places.First(phrase.Words[offset].Term.StemHash) : places.Next(last + offset);
        while (place >= 0 && place < offset)
        {
            place = places.Next(place);
        }

        return place < 0 ? -1 : place - offset;
    }

    private static bool StandsAt(Phrase phrase, AnalyzedArticle article, int first)
    {
        var words = phrase.Words;
        var tokens = article.Tokens;
        if (first + words.Count > tokens.Length)
        {
            return false;
        }

        var caseTells = article.CaseTells(first);
        for (var index = 0; index < words.Count; index++)
        {
            var token = tokens[first + index];
            if (token.Position != tokens[first].Position + index || !words[index].Fits(token, caseTells))
            {
                return false;
            }
        }

        return !phrase.IsUnspaced || WordBoundaries.Hold(article.TextOf(first), tokens[first].Start, tokens[first + words.Count - 1].End);
    }
}
