using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Matching;

/// <summary>Tokenises the parts of an article and notes for each token where it stands.</summary>
internal sealed class ArticleReader
{
    /// <summary>The first words of the body say what an article is about: measured on labelled news, together with the weights of the score.</summary>
    private const int LedeWords = 30;

    /// <summary>A tag such as "WHO" is written in capitals because it is one; below this many words capitals still tell.</summary>
    private const int ShortestShout = 3;

    private readonly Tokenizer tokenizer = new();

    public IReadOnlyList<Token> Tokens => tokenizer.Tokens;

    public List<ArticleField> Fields { get; } = [];

    public List<Passage> Passages { get; } = [];

    public List<int> PassageOf { get; } = [];

    public void Read(ArticleText article)
    {
        Read(article.Title, ArticleField.Title);
        if (article.Lede is { } lede && !article.Text.StartsWith(lede.TrimEnd('.', '…', ' '), StringComparison.Ordinal))
        {
            Read(lede, ArticleField.Lede);
        }

        foreach (var tag in article.Tags)
        {
            Read(tag, ArticleField.Tags);
        }

        ReadBody(article.Text);
    }

    /// <summary>A paragraph is a passage: one that is all in capitals must not silence the others.</summary>
    private void ReadBody(string text)
    {
        var first = Tokens.Count;
        foreach (var paragraph in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            Read(paragraph, ArticleField.Body);
        }

        first += Dateline.Words(text);
        for (var index = first; index < Math.Min(first + LedeWords, Tokens.Count); index++)
        {
            Fields[index] = ArticleField.Lede;
        }
    }

    private void Read(string text, ArticleField field)
    {
        var first = Tokens.Count;
        var composed = Tokenizer.Compose(text);
        tokenizer.Append(composed);
        for (var index = first; index < Tokens.Count; index++)
        {
            Fields.Add(field);
            PassageOf.Add(Passages.Count);
        }

        Passages.Add(new Passage(composed, first, !IsShouted(first)));
    }

    private bool IsShouted(int first)
    {
        var upper = 0;
        for (var index = first; index < Tokens.Count; index++)
        {
            if (Tokens[index].Shape is TokenShape.Lower or TokenShape.Capitalised)
            {
                return false;
            }

            upper += Tokens[index].Shape == TokenShape.Upper ? 1 : 0;
        }

        return upper >= ShortestShout;
    }
}
