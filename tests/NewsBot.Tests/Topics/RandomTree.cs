namespace NewsBot.Tests.Topics;

/// <summary>A query made at random, with its own simple way to say whether a text holds it.</summary>
/// <param name="Text">As somebody might type it.</param>
/// <param name="Holds">Whether a text of words between single spaces holds it.</param>
internal sealed record RandomTree(string Text, Func<string, bool> Holds)
{
    public static RandomTree Of(Random random, string[] words, int depth = 3)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Phrase(random, words);
        }

        var (left, right) = (Of(random, words, depth - 1), Of(random, words, depth - 1));
        return random.Next(4) switch
        {
            0 => new RandomTree($"({left.Text}) AND ({right.Text})", text => left.Holds(text) && right.Holds(text)),
            1 => new RandomTree($"({left.Text} OR {right.Text})", text => left.Holds(text) || right.Holds(text)),
            2 => new RandomTree($"({left.Text}) -({right.Text})", text => left.Holds(text) && !right.Holds(text)),
            _ => Phrase(random, words),
        };
    }

    private static RandomTree Phrase(Random random, string[] words)
    {
        var phrase = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Length)]));
        return new RandomTree(
            random.Next(3) == 0 ? $"\"{phrase}\"" : phrase,
            text => text.Contains($" {phrase} ", StringComparison.Ordinal));
    }
}
