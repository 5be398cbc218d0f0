namespace NewsBot.Benchmarks.Reading.Scoring;

/// <summary>How many of a kind were read rightly.</summary>
/// <param name="What">The kind.</param>
/// <param name="Of">How many there are.</param>
/// <param name="Wrong">Each that was read wrongly, in a line: where, what was wanted, what was found.</param>
internal sealed record Tally(string What, int Of, IReadOnlyList<string> Wrong)
{
    public int Right => Of - Wrong.Count;

    /// <summary>0 to 1.</summary>
    public double Share => Of == 0 ? 1 : (double)Right / Of;

    public static Tally Over<T>(string what, IReadOnlyCollection<T> all, Func<T, bool> isRight, Func<T, string> describe) =>
        new(what, all.Count, [.. all.Where(one => !isRight(one)).Select(describe)]);

    /// <summary>"titles: 240 of 282 = 85.1 %", and the wrong ones below where they are wanted.</summary>
    public void Print(bool withWrong)
    {
        Console.WriteLine($"  {What}: {Right} of {Of} = {Share:P1}");
        foreach (var wrong in withWrong ? Wrong : [])
        {
            Console.WriteLine($"    {wrong}");
        }
    }
}
