using System.Text;
using NewsBot.Topics.Matching;

namespace NewsBot.Benchmarks.Generated;

/// <summary>An article of made-up words.</summary>
/// <param name="Sentences">Each a list of ranks in the lexicon; the first is the title.</param>
/// <param name="Text">As the service gets it.</param>
internal sealed record GeneratedArticle(int[][] Sentences, ArticleText Text)
{
    /// <summary>Words of a news article, on average.</summary>
    private const int AverageWords = 393;

    private const int TitleWords = 8;
    private const int ShortestEnd = 3;

    /// <summary>News speaks of few things: so many words in a hundred were used before, and half of the words are distinct, as in real news.</summary>
    private const int Repeated = 25;

    public static GeneratedArticle Create(Lexicon lexicon, Random random)
    {
        var used = new List<int>();
        var sentences = new List<int[]> { Sentence(lexicon, random, TitleWords, used) };
        var left = (int)(AverageWords * (0.5 + random.NextDouble())) - TitleWords;
        while (left > 0)
        {
            var length = Math.Clamp(10 + random.Next(18), 1, Math.Max(left, 5));
            sentences.Add(Sentence(lexicon, random, length, used));
            left -= length;
        }

        return new GeneratedArticle([.. sentences], TextOf(lexicon, sentences));
    }

    private static int[] Sentence(Lexicon lexicon, Random random, int length, List<int> used)
    {
        var words = new int[length];
        for (var index = 0; index < length; index++)
        {
            words[index] = used.Count > 0 && random.Next(100) < Repeated ? used[random.Next(used.Count)] : lexicon.Draw(random);
            used.Add(words[index]);
        }

        // A full stop after one or two letters ends no sentence.
        while (lexicon.Words[words[^1]].Length < ShortestEnd)
        {
            words[^1] = lexicon.Draw(random);
        }

        return words;
    }

    private static ArticleText TextOf(Lexicon lexicon, List<int[]> sentences)
    {
        var body = new StringBuilder();
        for (var index = 1; index < sentences.Count; index++)
        {
            body.Append(Written(lexicon, sentences[index])).Append(index % 3 == 0 ? ".\n\n" : ". ");
        }

        return new ArticleText(Written(lexicon, sentences[0]), null, body.ToString().Trim(), []);
    }

    private static string Written(Lexicon lexicon, int[] sentence)
    {
        var text = string.Join(' ', sentence.Select(rank => lexicon.Words[rank]));
        return char.ToUpperInvariant(text[0]) + text[1..];
    }
}
