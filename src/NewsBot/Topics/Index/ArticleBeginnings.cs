using System.Numerics;
using NewsBot.TextAnalysis;
using NewsBot.Topics.Matching;

namespace NewsBot.Topics.Index;

/// <summary>
/// The beginnings of an article's words that are asked for. Letters are read where they stand in the text: the terms of the words lie far
/// apart in memory. Used again for each article.
/// </summary>
internal sealed class ArticleBeginnings(Beginnings beginnings)
{
    /// <summary>The lengths of the beginnings whose letters a key holds.</summary>
    private static readonly int ShortLengths = (Beginnings.BitOf(WordKey.ShortWord) << 1) - 1;

    private readonly List<ulong> found = [];
    private (int Token, int Passage)[] words = [];
    private int count;

    /// <summary>The hashes of the beginnings; one may come more than once.</summary>
    public List<ulong> Find(AnalyzedArticle article)
    {
        found.Clear();
        Choose(article);
        foreach (var (token, passage) in words.AsSpan(0, count))
        {
            Add(article.Tokens[token], article.Passages[passage].Text);
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

    private void Add(in Token token, string text)
    {
        var length = token.Length;
        if (!WordKey.Of(text, token.Start, Math.Min(length, WordKey.ShortWord)).TryLower(out var letters))
        {
            letters = Beginnings.LettersOf(token.Term.Plain);
            length = token.Term.Plain.Length;
        }

        var lengths = beginnings.LengthsOf(letters, length);
        for (var left = lengths & ShortLengths; left != 0; left &= left - 1)
        {
            found.Add(letters.Beginning(Beginnings.Shortest + BitOperations.TrailingZeroCount(left)).Hash);
        }

        if (lengths > ShortLengths)
        {
            AddLong(letters, lengths, token.Term.Plain);
        }
    }

    private void AddLong(WordKey letters, int lengths, string plain)
    {
        var hash = letters.Hash;
        for (var length = WordKey.ShortWord + 1; length <= plain.Length; length++)
        {
            hash = WordHash.Extend(hash, plain[length - 1]);
            if ((lengths & Beginnings.BitOf(length)) != 0)
            {
                found.Add(hash);
            }
        }
    }
}
