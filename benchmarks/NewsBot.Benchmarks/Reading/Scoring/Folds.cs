using System.Text;

namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>
/// A figure by folds of sites: how much it depends on which sites are read. The rules have no parameters that a fold would fit, so that this
/// is all that leaving a fold out can tell; a rule that only helps one site shows as the spread.
/// </summary>
internal static class Folds
{
    private const int Count = 5;

    /// <param name="what">The figure.</param>
    /// <param name="scores">Of all pages.</param>
    /// <param name="site">The site of a page: its pages are in one fold.</param>
    /// <param name="figure">Of the pages of a fold.</param>
    public static void Print<TScore>(string what, IReadOnlyList<TScore> scores, Func<TScore, string> site, Func<IReadOnlyList<TScore>, double> figure)
    {
        var figures = scores.GroupBy(score => FoldOf(site(score))).Select(fold => figure([.. fold])).ToList();
        var mean = figures.Average();
        var deviation = Math.Sqrt(figures.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, figures.Count - 1));
        Console.WriteLine($"  {what} over {figures.Count} folds by site: mean {mean:F3}, standard deviation {deviation:F3}, worst {figures.Min():F3}");
    }

    /// <summary>The same on every run, as string hashes are not.</summary>
    private static int FoldOf(string site) => Encoding.UTF8.GetBytes(site).Sum(letter => letter) % Count;
}
