using System.Runtime.InteropServices;
using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>Tokenises the parts of an article and notes for each token where it stands. Used again for each article.</summary>
internal sealed class ArticleReader
{
    /// <summary>The first words of the body say what an article is about: measured on labelled news, together with the weights of the score.</summary>
    private const int LedeWords = 30;

    /// <summary>A tag such as "WHO" is written in capitals because it is one; below this many words capitals still tell.</summary>
    private const int ShortestShout = 3;

    private readonly Tokenizer tokenizer = new();

    public List<Token> Tokens => tokenizer.Tokens;

    public List<ArticleField> Fields { get; } = [];

    public List<Passage> Passages { get; } = [];

    /// <summary>Index of the first token of the body, after its dateline.</summary>
    public int BodyStart { get; private set; }

    public bool IsRoundup { get; private set; }

    public void Read(ArticleText article)
    {
        tokenizer.Clear();
        Passages.Clear();
        Fields.Clear();
        Read(article.Title, ArticleField.Title);
        IsRoundup = NonContentText.IsRoundup(CollectionsMarshal.AsSpan(Tokens));
        if (article.Lede is { } lede && !article.Text.AsSpan().StartsWith(lede.AsSpan().TrimEnd(".… ")))
        {
            Read(lede, ArticleField.Lede);
        }

        for (var index = 0; index < article.Tags.Count; index++)
        {
            Read(article.Tags[index], ArticleField.Tags);
        }

        ReadBody(Tokenizer.Compose(article.Text));
    }

    /// <summary>The passage in which a token stands: the last that begins at or before it.</summary>
    public Passage PassageOf(int token)
    {
        var (low, high) = (0, Passages.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Passages[middle].First <= token ? (middle, high) : (low, middle - 1);
        }

        return Passages[low];
    }

    /// <summary>The tokens of the passage in which a token stands: the first, and the one after the last.</summary>
    public (int First, int End) RangeOf(int token)
    {
        var passage = PassageOf(token);
        var index = Passages.FindIndex(other => other.First == passage.First);
        return (passage.First, index + 1 < Passages.Count ? Passages[index + 1].First : Tokens.Count);
    }

    /// <summary>A paragraph is a passage: one that is all in capitals must not silence the others.</summary>
    private void ReadBody(string text)
    {
        var (first, last) = (Tokens.Count, Tokens.Count);
        for (var start = 0; start < text.Length;)
        {
            last = Tokens.Count;
            var length = text.AsSpan(start).IndexOf("\n\n");
            var end = length < 0 ? text.Length : start + length;
            Read(text, start, end, ArticleField.Body);
            start = end + 2;
        }

        var tokens = CollectionsMarshal.AsSpan(Tokens);
        var fields = CollectionsMarshal.AsSpan(Fields);
        BodyStart = first + Dateline.Words(text, tokens[first..]);
        fields[first..BodyStart].Fill(ArticleField.Aside);
        fields[BodyStart..Math.Min(BodyStart + LedeWords, fields.Length)].Fill(ArticleField.Lede);
        if (last > BodyStart && NonContentText.IsCredits(tokens[last..]))
        {
            fields[last..].Fill(ArticleField.Aside);
        }
    }

    private void Read(string text, ArticleField field)
    {
        var composed = Tokenizer.Compose(text);
        Read(composed, 0, composed.Length, field);
    }

    private void Read(string composed, int start, int end, ArticleField field)
    {
        var first = Tokens.Count;
        tokenizer.Append(composed.AsSpan(start, end - start), start);
        JoinedWords.Append(tokenizer, composed, first);
        if (Tokens.Count > first)
        {
            CollectionsMarshal.SetCount(Fields, Tokens.Count);
            CollectionsMarshal.AsSpan(Fields)[first..].Fill(field);
            Passages.Add(new Passage(composed, first, !IsShouted(first)));
        }
    }

    private bool IsShouted(int first)
    {
        var upper = 0;
        foreach (ref readonly var token in CollectionsMarshal.AsSpan(Tokens)[first..])
        {
            if (token.Shape is TokenShape.Lower or TokenShape.Capitalised)
            {
                return false;
            }

            upper += token.Shape == TokenShape.Upper ? 1 : 0;
        }

        return upper >= ShortestShout;
    }
}
