namespace NewsBot.Tests.Oracles;

/// <summary>Makes a sample that shows a difference as small as leaving parts out can make it, so that a person sees the cause.</summary>
internal static class Smallest
{
    public static string Of(string sample, Func<string, bool> differs) =>
        string.Concat(Of<char>([.. sample], parts => differs(string.Concat(parts))));

    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> sample, Func<IReadOnlyList<T>, bool> differs)
    {
        for (var size = Math.Max(1, sample.Count / 2); size > 0; size /= 2)
        {
            for (var at = 0; at < sample.Count;)
            {
                IReadOnlyList<T> without = [.. sample.Take(at), .. sample.Skip(at + size)];
                if (differs(without))
                {
                    sample = without;
                }
                else
                {
                    at += size;
                }
            }
        }

        return sample;
    }
}
