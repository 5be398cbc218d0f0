namespace NewsBot.Tests.Stories.Copies;

/// <summary>Made-up prose: no two articles have much in common but small words.</summary>
internal static class Texts
{
    private static readonly string[] Small = ["the", "of", "and", "in", "to", "a", "was", "for", "with", "by", "said", "from"];
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    public static string Article(Random random) => string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => Sentences(random, 4)));

    public static string Sentences(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentence(random)));

    private static string Sentence(Random random)
    {
        var words = Enumerable.Range(0, 14).Select(at => at % 3 == 1 ? Small[random.Next(Small.Length)] : Word(random, 3)).ToArray();
        words[5] = Capital(words[5]);
        words[9] = random.Next(10) < 2 ? $"{random.Next(2, 400)}" : words[9];
        return $"{Capital(string.Join(' ', words))}.";
    }

    private static string Word(Random random, int syllables) => string.Concat(
        Enumerable.Range(0, random.Next(2, syllables + 1)).Select(_ => $"{Consonants[random.Next(Consonants.Length)]}{Vowels[random.Next(Vowels.Length)]}"));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
