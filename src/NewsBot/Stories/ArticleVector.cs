namespace NewsBot.Stories;

/// <summary>An article as it is compared with others: some 2 kB.</summary>
internal sealed class ArticleVector
{
    /// <summary>Terms kept: those that weigh most, the headline's and the opening's before others.</summary>
    private const int MaxTerms = 160;

    private ArticleVector(WeightedTerm[] terms, string? publisher, DateTimeOffset at, StoryWords read)
    {
        (Terms, Publisher, At, TitleChanges, Changes, Days) = (terms, publisher, at, read.TitleChanges, read.Changes, read.Days);
        foreach (var term in terms)
        {
            LeadWorth += term.Is(TermRole.Lead) ? term.Worth : 0;
            NameWorth += term.Is(TermRole.Name) ? term.Worth : 0;
            LeadNameWorth += term.Is(TermRole.Name | TermRole.Lead) ? term.Worth : 0;
            MatterWorth += term.IsMatter && !read.NounsAreNames ? term.Worth : 0;
            TitleWorth += term.Is(TermRole.Title) && !term.Is(TermRole.Number) ? term.Worth : 0;
            TitleNameWorth += term.Is(TermRole.Title | TermRole.Name) && !read.NounsAreNames ? term.Worth : 0;
        }
    }

    /// <summary>Ascending by key.</summary>
    public WeightedTerm[] Terms { get; }

    /// <summary>Who published it, or null.</summary>
    public string? Publisher { get; }

    /// <summary>When it was published, else seen.</summary>
    public DateTimeOffset At { get; }

    /// <summary>See <see cref="StateChangeWords"/>.</summary>
    public uint TitleChanges { get; }

    public uint Changes { get; }

    /// <summary>See <see cref="NamedDays"/>.</summary>
    public ulong Days { get; }

    public float LeadWorth { get; }

    public float NameWorth { get; }

    public float LeadNameWorth { get; }

    /// <summary>Of the words that say what happens; 0 where they cannot be told from names.</summary>
    public float MatterWorth { get; }

    public float TitleWorth { get; }

    /// <summary>Of the names in the headline; 0 where they cannot be told from other words.</summary>
    public float TitleNameWorth { get; }

    public static ArticleVector Of(
        StoryWords read, IReadOnlyDictionary<uint, CountedWord> words, DocumentFrequencies background, string? publisher, DateTimeOffset at)
    {
        var weighed = words
            .Select(word => (word.Key, word.Value.Role, Worth: background.Idf(word.Key, word.Value), word.Value.Count))
            .Where(word => word.Worth > 0)
            .Select(word => (word.Key, word.Role, word.Worth, Weight: word.Worth * (1 + Math.Log(word.Count))))
            .ToList();
        var length = Math.Sqrt(weighed.Sum(word => word.Weight * word.Weight));
        return new ArticleVector(
            [
                .. weighed
                    .OrderByDescending(word => word.Role & TermRole.Lead)
                    .ThenByDescending(word => word.Weight)
                    .Take(MaxTerms)
                    .Select(word => new WeightedTerm(word.Key, (float)(word.Weight / length), (float)word.Worth, word.Role))
                    .OrderBy(term => term.Key),
            ],
            publisher,
            at,
            read);
    }
}
