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
    private int[] words = [];
    private int count;

    /// <summary>The hashes of the beginnings; one may come more than once.</summary>
    public List<ulong> Find(AnalyzedArticle article)
    {
        found.Clear();
        Choose(article);
        var passages = article.Passages;
        var passage = 0;
        foreach (var token in words.AsSpan(0, count))
        {
            while (passage + 1 < passages.Length && passages[passage + 1].First <= token)
            {
                passage++;
            }

            Add(article.Tokens[token], passages[passage].Text);
        }

        return found;
    }

    /// <summary>Once per word is enough: the last of its places. Writes each in any case and counts it or not, as a guess that fails costs more.</summary>
    private void Choose(AnalyzedArticle article)
    {
        var tokens = article.Tokens;
        var end = 0;
        if (words.Length < tokens.Length)
        {
            words = new int[tokens.Length];
        }

        for (var token = 0; token < tokens.Length; token++)
        {
            var next = article.Places.Next(token);
            words[end] = token;
            end += next < 0 | !ReferenceEquals(tokens[Math.Max(next, 0)].Term, tokens[token].Term) ? 1 : 0;
        }

        count = end;
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
