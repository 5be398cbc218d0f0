namespace NewsBot.EndToEnd.Tests;

/// <summary>News about NATO that have no other word in common, so that no two of them are one story.</summary>
internal static class SomeNews
{
    private static readonly string[] Syllables = ["ka", "lo", "mi", "tre", "vu", "san", "dor", "pel", "gri", "no", "zu", "bar", "fen", "ti", "qua"];

    /// <param name="number">Another number, another story.</param>
    public static NewsItem Number(int number)
    {
        var random = new Random(number);
        return new NewsItem(
            $"news-{number}",
            $"NATO number {number}: {Words(4)}",
            [$"NATO said on Monday that {Words(14)}.", $"The alliance of NATO {Words(18)}.", $"“{Words(12)},” said NATO."],
            TimeProvider.System.GetUtcNow());

        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

        string Word() => string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]));
    }
}
