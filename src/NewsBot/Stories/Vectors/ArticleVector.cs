using NewsBot.Stories.Words;

namespace NewsBot.Stories.Vectors;

/// <summary>What the clusterer knows of an article: up to 4 KB.</summary>
/// <param name="Terms">Its words, ascending by key.</param>
/// <param name="Group">Whose weights it is judged by.</param>
/// <param name="Publisher">Who published it, or null.</param>
/// <param name="At">When it was published, else first seen.</param>
/// <param name="Changes">The changes of state that it tells of: see <see cref="StateChangeWords"/>.</param>
/// <param name="TitleChanges">Those in its headline.</param>
/// <param name="Days">The days that its headline and opening name: see <see cref="NamedDays"/>.</param>
internal sealed record ArticleVector(
    WeightedTerm[] Terms, LanguageGroup Group, string? Publisher, DateTimeOffset At, uint Changes, uint TitleChanges, ulong Days)
{
    /// <summary>Sum of the idf of the words in headline and opening.</summary>
    public float OpeningIdf { get; } = SumIdf(Terms, TermRole.Opening);

    /// <summary>Sum of the idf of the headline's words, numbers left out.</summary>
    public float TitleIdf { get; } = SumIdf(Terms, TermRole.Title) - SumIdf(Terms, TermRole.Title | TermRole.Number);

    /// <summary>Sum of the idf of the names in the headline.</summary>
    public float TitleNameIdf { get; } = SumIdf(Terms, TermRole.Title | TermRole.Name);

    public bool HasTitleNumber { get; } = Array.Exists(Terms, term => term.Has(TermRole.Title | TermRole.Number));

    /// <summary>Keys of the numbers in headline and opening.</summary>
    public IEnumerable<uint> OpeningNumbers => Terms.Where(term => term.Has(TermRole.Opening | TermRole.Number)).Select(term => term.Key);

    /// <summary>Whether the publisher is known and the same.</summary>
    public bool IsFrom(string? publisher) => Publisher is not null && string.Equals(Publisher, publisher, StringComparison.OrdinalIgnoreCase);

    private static float SumIdf(WeightedTerm[] terms, TermRole role)
    {
        var sum = 0f;
        foreach (var term in terms)
        {
            sum += term.Has(role) ? (float)term.Idf : 0;
        }

        return sum;
    }
}

/// <summary>Languages that share the weights of the story rule.</summary>
internal enum LanguageGroup : byte
{
    /// <summary>Languages in the Latin alphabet, and all others without weights of their own.</summary>
    Latin,

    /// <summary>Russian and its neighbours.</summary>
    Cyrillic,
}
