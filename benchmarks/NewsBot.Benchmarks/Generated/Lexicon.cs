using System.Text;
using NewsBot.Text;
using NewsBot.Topics;

namespace NewsBot.Benchmarks.Generated;

/// <summary>
/// 58,000 made-up words whose use falls as Zipf's law says. They have no inflections, so that a matcher without knowledge of
/// languages can be compared with one that has it.
/// </summary>
internal sealed class Lexicon
{
    public const int Size = 58_000;

    /// <summary>Flattens the head, as the most frequent words of English are flatter than the law.</summary>
    private const double Shift = 2.7;

    private const string Consonants = "bcdfgklmnprtvz";
    private const string Vowels = "aeiou";

    private readonly double[] cumulated = new double[Size];

    public Lexicon(Random random)
    {
        var taken = new HashSet<string>();
        for (var rank = 0; rank < Size; rank++)
        {
            // Frequent words are short: 2 letters at the top, about 9 at the end.
            var length = 2 + (int)(Math.Log(rank + 1) * 0.62) + random.Next(rank < 8 ? 1 : 3);
            string word;
            do
            {
                word = Word(random, length++);
            }
            while (!IsPlain(word) || !taken.Add(word));
            Words[rank] = word;
            cumulated[rank] = (rank == 0 ? 0 : cumulated[rank - 1]) + (1 / (rank + Shift));
        }
    }

    public string[] Words { get; } = new string[Size];

    /// <summary>A word's rank, as often as texts use it.</summary>
    public int Draw(Random random)
    {
        var found = Array.BinarySearch(cumulated, random.NextDouble() * cumulated[^1]);
        return Math.Min(found < 0 ? ~found : found, Size - 1);
    }

    /// <summary>Without endings, and no name that the catalogue knows: it means only itself.</summary>
    private static bool IsPlain(string word)
    {
        var tokens = Tokenizer.Tokenize(word);
        return tokens[0].Term.Stem == word && !StopWords.Contains(word) && TopicCatalogue.Find(tokens) is null;
    }

    private static string Word(Random random, int length)
    {
        var word = new StringBuilder(length);
        var vowel = random.Next(2) == 0;
        while (word.Length < length)
        {
            word.Append(vowel ? Vowels[random.Next(Vowels.Length)] : Consonants[random.Next(Consonants.Length)]);
            vowel = !vowel;
        }

        return word.ToString();
    }
}
