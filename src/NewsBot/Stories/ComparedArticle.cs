using NewsBot.Stories.Copies;
using NewsBot.Stories.Vectors;

namespace NewsBot.Stories;

/// <summary>An article in the forms in which it is compared with others.</summary>
/// <param name="Shingles">To decide on copies by.</param>
/// <param name="Vector">To find its story by.</param>
internal sealed record ComparedArticle(Shingles Shingles, ArticleVector Vector)
{
    /// <summary>Whether its text repeats an earlier one, edited or not.</summary>
    public bool IsCopyOf(ComparedArticle original) => Shingles.IsCopyOf(original.Shingles) && !IsNextReportOf(original);

    /// <summary>
    /// A monitor says the same each time, with another number in place of the last one, and each time it is news. An update that only
    /// adds to the text is none.
    /// </summary>
    private bool IsNextReportOf(ComparedArticle original)
    {
        var (numbers, earlier) = (Vector.OpeningNumbers, original.Vector.OpeningNumbers);
        return Vector.IsFrom(original.Vector.Publisher) && numbers.Except(earlier).Any() && earlier.Except(numbers).Any();
    }
}
