using NewsBot.TextAnalysis;

namespace NewsBot.Topics.Matching;

/// <summary>An article's words, found once for all topics. Immutable, so that any number of threads may match it.</summary>
internal sealed class AnalyzedArticle
{
    private readonly Dictionary<string, List<int>> places = [];
    private readonly ArticleField[] fields;
    private readonly Passage[] passages;
    private readonly int[] passageOf;

    private AnalyzedArticle(IReadOnlyList<Token> tokens, ArticleField[] fields, Passage[] passages, int[] passageOf)
    {
        (Tokens, this.fields, this.passages, this.passageOf) = (tokens, fields, passages, passageOf);
        for (var index = 0; index < tokens.Count; index++)
        {
            var stem = tokens[index].Term.Stem;
            if (!places.TryGetValue(stem, out var indexes))
            {
                places[stem] = indexes = [];
            }

            indexes.Add(index);
        }
    }

    /// <summary>Title, lede, tags, body, in this order.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The distinct stems.</summary>
    public IReadOnlyCollection<string> Stems => places.Keys;

    public static AnalyzedArticle Of(ArticleText article)
    {
        var reader = new ArticleReader();
        reader.Read(article);
        return new AnalyzedArticle(reader.Tokens, [.. reader.Fields], [.. reader.Passages], [.. reader.PassageOf]);
    }

    /// <summary>Indexes of the tokens with a stem, ascending.</summary>
    public IReadOnlyList<int> PlacesOf(string stem) => places.TryGetValue(stem, out var indexes) ? indexes : [];

    public ArticleField FieldOf(int token) => fields[token];

    /// <summary>False where everything around is in capitals.</summary>
    public bool CaseTells(int token) => passages[passageOf[token]].CaseTells;

    /// <summary>The words as they stand in the article, in one line.</summary>
    public string Written(int first, int count)
    {
        var (start, end) = (Tokens[first].Start, Tokens[first + count - 1].End);
        var text = passages[passageOf[first]].Text[start..end];
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
