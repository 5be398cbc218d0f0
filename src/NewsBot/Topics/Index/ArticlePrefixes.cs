using System.Numerics;
using System.Text;
using NewsBot.Text;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The prefixes of an article's words that topics ask for. Letters are read where they stand in the text: the terms of the words lie far
/// apart in memory. Reused for each article.
/// </summary>
internal sealed class ArticlePrefixes(PrefixTable prefixes)
{
    private readonly List<ulong> found = [];

    /// <summary>The keys of the prefixes; one may come more than once.</summary>
    public List<ulong> Find(AnalyzedArticle article)
    {
        found.Clear();
        var passages = article.Passages;
        for (var passage = 0; passage < passages.Length; passage++)
        {
            var end = passage + 1 < passages.Length ? passages[passage + 1].First : article.Tokens.Length;
            Find(article, passages[passage].Text, passages[passage].First, end);
        }

        return found;
    }

    private void Find(AnalyzedArticle article, string text, int first, int end)
    {
        var tokens = article.Tokens;
        for (var index = first; index < end; index++)
        {
            ref readonly var token = ref tokens[index];
            if (token.Length >= PrefixTable.MinLength
                && prefixes.MayContain(text.AsSpan(token.Start, PrefixTable.MinLength))
                && IsLastOfItsWord(article, index))
            {
                Add(token, text);
            }
        }
    }

    private static bool IsLastOfItsWord(AnalyzedArticle article, int token)
    {
        var next = article.Places.Next(token);
        return next < 0 || article.Tokens[next].Term != article.Tokens[token].Term;
    }

    private void Add(in Token token, string text)
    {
        var letters = text.AsSpan(token.Start, token.Length);
        if (letters.Length > WordKey.MaxLetters || letters[1] == '.' || !Ascii.IsValid(letters))
        {
            AddIrregular(token.Term.Plain);
            return;
        }

        var word = WordKey.OfPlain(text, token.Start, token.Length);
        for (var left = prefixes.LengthsOf(letters); left != 0; left &= left - 1)
        {
            found.Add(word.Beginning(PrefixTable.MinLength + BitOperations.TrailingZeroCount(left)).Hash);
        }
    }

    /// <summary>Of a word with accents, dots or more letters than a key holds; in time that grows with its length alone.</summary>
    private void AddIrregular(string plain)
    {
        var lengths = plain.Length < PrefixTable.MinLength ? 0 : prefixes.LengthsOf(plain);
        var key = 0UL;
        for (var length = PrefixTable.MinLength; lengths != 0 && length <= plain.Length; length++)
        {
            key = length > WordKey.MaxLetters ? WordHash.Extend(key, plain[length - 1]) : PrefixTable.KeyOf(plain.AsSpan(0, length));
            if ((lengths & PrefixTable.BitOf(length)) != 0)
            {
                found.Add(key);
            }
        }
    }
}
