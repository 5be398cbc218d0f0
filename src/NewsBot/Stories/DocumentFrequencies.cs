using System.Runtime.InteropServices;

namespace NewsBot.Stories;

/// <summary>
/// How common words are in the news of late. It begins with a guess by length and kind, so that the first articles are grouped too,
/// and halves its counts from time to time: what was rare last month may be everywhere now.
/// </summary>
internal sealed class DocumentFrequencies
{
    /// <summary>Articles that the guess stands for.</summary>
    private const double Guessed = 400;

    /// <summary>Counts are halved beyond so many articles.</summary>
    private const int MaxArticles = 20_000;

    private readonly Dictionary<uint, int> counts = [];
    private int articles;

    public void Add(IEnumerable<uint> words)
    {
        if (articles >= MaxArticles)
        {
            Halve();
        }

        articles++;
        foreach (var word in words)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
        }
    }

    /// <summary>The logarithm of how rare the word is; 0 for one that is everywhere.</summary>
    public double Idf(uint key, CountedWord word) =>
        Math.Max(0, Math.Log((Guessed + articles + 1) / (GuessOf(word) + counts.GetValueOrDefault(key))));

    /// <summary>In how many of the guessed articles such a word stands.</summary>
    private static double GuessOf(CountedWord word) => word switch
    {
        { Role: var role } when (role & TermRole.Number) != 0 => 3,
        { Role: var role } when (role & TermRole.Name) != 0 => 1.5,
        { Length: <= 4 } => 6,
        { Length: <= 6 } => 3,
        _ => 1.5,
    };

    private void Halve()
    {
        articles /= 2;
        foreach (var word in counts.Keys.ToList())
        {
            if ((counts[word] /= 2) == 0)
            {
                counts.Remove(word);
            }
        }
    }
}
