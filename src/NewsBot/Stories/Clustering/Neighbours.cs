namespace NewsBot.Stories.Clustering;

/// <summary>An article near another.</summary>
/// <param name="Id">Which.</param>
/// <param name="Cosine">How alike they are, 0 to 1.</param>
internal readonly record struct Neighbour(long Id, float Cosine);

/// <summary>
/// How crowded it is around an article: its mean cosine to its ten nearest, missing ones counting 0 (local scaling, as in CSLS by
/// Conneau et al., 2018). Where everything is alike, being alike says less.
/// </summary>
internal static class Neighbours
{
    /// <summary>So many count towards an article's crowding.</summary>
    public const int Count = 10;

    /// <summary>So many are told of a new article, more than <see cref="Count"/> as one that is far for it may be near for them.</summary>
    private const int Informed = 2 * Count;

    public static IReadOnlyList<Neighbour> Nearest(IEnumerable<Neighbour> compared) =>
        [.. compared.OrderByDescending(neighbour => neighbour.Cosine).Take(Informed)];

    public static float Crowding(IReadOnlyList<Neighbour> nearest) => nearest.Take(Count).Sum(neighbour => neighbour.Cosine) / Count;
}

/// <summary>The highest cosines of an article, kept up to date as others come.</summary>
internal sealed class NearestCosines
{
    private readonly float[] highest = new float[Neighbours.Count];
    private float sum;
    private int lowest;

    public void Add(float cosine)
    {
        if (cosine > highest[lowest])
        {
            highest[lowest] = cosine;
            (sum, lowest) = (highest.Sum(), highest.AsSpan().IndexOf(highest.Min()));
        }
    }

    /// <summary>Their mean, were one more added.</summary>
    public float MeanWith(float cosine) => (sum + Math.Max(0, cosine - highest[lowest])) / Neighbours.Count;
}
