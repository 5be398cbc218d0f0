namespace NewsBot.Benchmarks.Quality;

/// <summary>How the matches of one topic compare to the labels.</summary>
internal sealed record Tally(int Right, int Wrong, int Missed)
{
    /// <summary>1 where nothing matched.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => Right == 0 ? 0 : 2.0 * Right / ((2.0 * Right) + Wrong + Missed);

    public static Tally operator +(Tally one, Tally other) =>
        new(one.Right + other.Right, one.Wrong + other.Wrong, one.Missed + other.Missed);
}
