using NewsBot.Stories.Vectors;

namespace NewsBot.Stories.Clustering;

/// <summary>What two articles have in common.</summary>
/// <param name="Cosine">Of their vectors, 0 to 1.</param>
/// <param name="LeftOpening">Idf of the left one's opening that stands anywhere in the right one.</param>
/// <param name="RightOpening">The same of the right one's.</param>
/// <param name="LeftTitleNames">Idf of the names in the left one's headline that stand anywhere in the right one.</param>
/// <param name="RightTitleNames">The same of the right one's.</param>
/// <param name="Titles">Idf of the words in both headlines, numbers left out.</param>
/// <param name="HasTitleNumber">Whether a number stands in both headlines.</param>
internal readonly record struct SharedTerms(
    float Cosine, float LeftOpening, float RightOpening, float LeftTitleNames, float RightTitleNames, float Titles, bool HasTitleNumber)
{
    public static SharedTerms Of(ArticleVector left, ArticleVector right)
    {
        var shared = default(SharedTerms);
        ReadOnlySpan<WeightedTerm> leftTerms = left.Terms;
        ReadOnlySpan<WeightedTerm> rightTerms = right.Terms;
        var (i, j) = (0, 0);
        while (i < leftTerms.Length && j < rightTerms.Length)
        {
            var (leftKey, rightKey) = (leftTerms[i].Key, rightTerms[j].Key);
            if (leftKey == rightKey)
            {
                shared = shared.With(leftTerms[i], rightTerms[j]);
            }

            i += leftKey <= rightKey ? 1 : 0;
            j += leftKey >= rightKey ? 1 : 0;
        }

        return shared;
    }

    private SharedTerms With(WeightedTerm left, WeightedTerm right)
    {
        var idf = (float)left.Idf;
        var isInBothTitles = left.Has(TermRole.Title) && right.Has(TermRole.Title);
        var isNumber = left.Has(TermRole.Number);
        return new SharedTerms(
            Cosine + ((float)left.Weight * (float)right.Weight),
            LeftOpening + (left.Has(TermRole.Opening) ? idf : 0),
            RightOpening + (right.Has(TermRole.Opening) ? idf : 0),
            LeftTitleNames + (left.Has(TermRole.Title | TermRole.Name) ? idf : 0),
            RightTitleNames + (right.Has(TermRole.Title | TermRole.Name) ? idf : 0),
            Titles + (isInBothTitles && !isNumber ? idf : 0),
            HasTitleNumber || (isInBothTitles && isNumber));
    }
}
