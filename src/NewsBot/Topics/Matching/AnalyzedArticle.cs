using System.Runtime.InteropServices;
using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>An article's words, found once for all topics. Once read, any number of threads may match it.</summary>
internal sealed class AnalyzedArticle
{
    /// <summary>A body's first words say what it is about, then less and less: measured together with the weights of the score.</summary>
    public const int OpeningWords = 50;
    public const int EarlyWords = 80;

    /// <summary>"of" and "in" are small in any headline.</summary>
    private const int ShortestTitleWord = 4;

    private const int CapitalsToLower = 3;

    private readonly ArticleReader reader = new();

    /// <summary>Title, lede, tags, body, in this order.</summary>
    public ReadOnlySpan<Token> Tokens => CollectionsMarshal.AsSpan(reader.Tokens);

    /// <summary>In the order of their tokens; each reaches up to the next.</summary>
    public ReadOnlySpan<Passage> Passages => CollectionsMarshal.AsSpan(reader.Passages);

    /// <summary>Where each stem stands.</summary>
    public StemPositions Places { get; } = new();

    /// <summary>What was read.</summary>
    public ArticleText Text { get; private set; } = new("", null, "", []);

    public static AnalyzedArticle Of(ArticleText text)
    {
        var article = new AnalyzedArticle();
        article.Read(text);
        return article;
    }

    /// <summary>Reads another article into the same buffers.</summary>
    public void Read(ArticleText text)
    {
        Text = text;
        reader.Read(text);
        Places.Build(Tokens);
    }

    /// <summary>Whether the title announces a roundup.</summary>
    public bool IsRoundup => reader.IsRoundup;

    /// <summary>Words of the body before a token, its dateline apart; 0 or less before the body.</summary>
    public int WordsBefore(int token) => token - reader.BodyStart;

    public ArticleField FieldOf(int token) => reader.Fields[token];

    /// <summary>False where everything around is in capitals.</summary>
    public bool CaseTells(int token) => reader.PassageOf(token).CaseTells;

    /// <summary>Whether nearly all words around a token have a capital, as in many headlines: then a capital makes no name.</summary>
    public bool IsTitleCase(int token)
    {
        var (low, high) = reader.RangeOf(token);
        var (capitalised, lower) = (0, 0);
        foreach (ref readonly var word in Tokens[low..high])
        {
            capitalised += word.Shape == TokenShape.Capitalised ? 1 : 0;
            lower += word.Shape == TokenShape.Lower && word.Length >= ShortestTitleWord ? 1 : 0;
        }

        return lower == 0 || capitalised > CapitalsToLower * lower;
    }

    /// <summary>Whether nothing but a space stands between a token and the next.</summary>
    public bool AreSpaced(int token) =>
        token + 1 < Tokens.Length
        && Tokens[token + 1].Start == Tokens[token].End + 1
        && ReferenceEquals(reader.PassageOf(token).Text, reader.PassageOf(token + 1).Text)
        && char.IsWhiteSpace(reader.PassageOf(token).Text[Tokens[token].End]);

    /// <summary>The text in which the starts of a token and its neighbours count.</summary>
    public ReadOnlySpan<char> TextOf(int token) => reader.PassageOf(token).Text;

    /// <summary>The words as they stand in the article, in one line.</summary>
    public string Written(int first, int count)
    {
        var (start, end) = (Tokens[first].Start, Tokens[first + count - 1].End);
        var text = reader.PassageOf(first).Text[start..end];
        if (count == 1)
        {
            return text;
        }

        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
