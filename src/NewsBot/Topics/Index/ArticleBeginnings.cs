using System.Numerics;
using System.Text;
using NewsBot.Text;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The beginnings of an article's words that are asked for. Letters are read where they stand in the text: the terms of the words lie far
/// apart in memory. Used again for each article.
/// </summary>
internal sealed class ArticleBeginnings(Beginnings beginnings)
{
    private readonly List<ulong> found = [];
    private (int Token, int Passage)[] words = [];
    private int count;

    /// <summary>The keys of the beginnings; one may come more than once.</summary>
    public List<ulong> Find(AnalyzedArticle article)
    {
        found.Clear();
        Choose(article);
        foreach (var (token, passage) in words.AsSpan(0, count))
        {
            // Once per word is enough: at the last of its places.
            var next = article.Places.Next(token);
            if (next < 0 || article.Tokens[next].Term != article.Tokens[token].Term)
            {
                Add(article.Tokens[token], article.Passages[passage].Text);
            }
        }

        return found;
    }

    private void Choose(AnalyzedArticle article)
    {
        count = 0;
        if (words.Length < article.Tokens.Length)
        {
            words = new (int, int)[article.Tokens.Length];
        }

        var passages = article.Passages;
        for (var passage = 0; passage < passages.Length; passage++)
        {
            var end = passage + 1 < passages.Length ? passages[passage + 1].First : article.Tokens.Length;
            if (passages[passage].Text.Length >= Beginnings.Shortest)
            {
                Choose(article, passage, end);
            }
        }
    }

    /// <summary>Words that start as something asked for. Writes each in any case and counts it or not, as a guess that fails costs more.</summary>
    private void Choose(AnalyzedArticle article, int passage, int end)
    {
        var text = article.Passages[passage].Text.AsSpan();
        var lastStart = text.Length - Beginnings.Shortest;
        var tokens = article.Tokens;
        var into = words.AsSpan();
        var chosen = count;
        for (var token = article.Passages[passage].First; token < end; token++)
        {
            ref readonly var word = ref tokens[token];
            var mayBegin = beginnings.MayHave(text.Slice(Math.Min(word.Start, lastStart), Beginnings.Shortest));
            into[chosen] = (token, passage);
            chosen += (word.Length >= Beginnings.Shortest) & mayBegin ? 1 : 0;
        }

        count = chosen;
    }

    /// <summary>Adds the keys of those beginnings of a word that are asked for.</summary>
    private void Add(in Token token, string text)
    {
        var letters = text.AsSpan(token.Start, token.Length);
        if (letters.Length > WordKey.MaxLetters || letters[1] == '.' || !Ascii.IsValid(letters))
        {
            AddOther(token.Term.Plain);
            return;
        }

        var word = WordKey.OfPlain(text, token.Start, token.Length);
        for (var left = beginnings.LengthsOf(letters); left != 0; left &= left - 1)
        {
            found.Add(word.Beginning(Beginnings.Shortest + BitOperations.TrailingZeroCount(left)).Hash);
        }
    }

    /// <summary>Of a word with accents, dots or more letters than a key holds; in time that grows with its length alone.</summary>
    private void AddOther(string plain)
    {
        var lengths = plain.Length < Beginnings.Shortest ? 0 : beginnings.LengthsOf(plain);
        var key = 0UL;
        for (var length = Beginnings.Shortest; lengths != 0 && length <= plain.Length; length++)
        {
            key = length > WordKey.MaxLetters ? WordHash.Extend(key, plain[length - 1]) : Beginnings.KeyOf(plain.AsSpan(0, length));
            if ((lengths & Beginnings.BitOf(length)) != 0)
            {
                found.Add(key);
            }
        }
    }
}
