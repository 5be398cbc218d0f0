using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace NewsBot.Text;

/// <summary>
/// Tells the language of running text by its function words and its letters. The data is in language-profiles.json; each language is a bit
/// of a mask, so that a word is looked up once for all of them.
/// </summary>
internal static class LanguageDetector
{
    /// <summary>What the first words say does not change with more.</summary>
    private const int MaxWords = 400;

    private const int MinWords = 5;

    /// <summary>Half a word's worth: a letter of one language alone says nearly as much as one of its function words.</summary>
    private const double LetterWeight = 0.5;

    private static readonly LanguageProfile[] Profiles = LanguageProfile.Load();
    private static readonly FrozenDictionary<char, ulong> Letters = Masks(profile => profile.EachLetter());
    private static readonly FrozenDictionary<string, ulong> Words = Masks(profile => profile.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The likeliest language, or null for a text of few words, or where two languages are equally likely.</summary>
    public static DetectedLanguage? Detect(string text)
    {
        var scores = new double[Profiles.Length];
        var words = 0;
        foreach (var word in WordsOf(text).Take(MaxWords))
        {
            Score(word, scores);
            words++;
        }

        var (best, second) = (-1, -1);
        for (var language = 0; language < scores.Length; language++)
        {
            if (best < 0 || scores[language] > scores[best] || (scores[language] == scores[best] && Profiles[language].Letters.Length < Profiles[best].Letters.Length))
            {
                (best, second) = (language, best);
            }
            else if (second < 0 || scores[language] > scores[second])
            {
                second = language;
            }
        }

        var isDecided = scores[best] > scores[second] || Profiles[best].Letters.Length < Profiles[second].Letters.Length;
        return words >= MinWords && isDecided ? DetectedLanguage.Of(Profiles[best].Code, scores[best] / words, scores[second] / words, words) : null;
    }

    /// <summary>Adds what one word says to the score of each language.</summary>
    private static void Score(string word, double[] scores)
    {
        var (allowed, rarest) = (ulong.MaxValue, ulong.MaxValue);
        foreach (var letter in word)
        {
            if (char.IsLetter(letter))
            {
                var users = Letters.GetValueOrDefault(letter);
                allowed &= users;
                rarest = letter > '\u007F' && BitOperations.PopCount(users) < BitOperations.PopCount(rarest) ? users : rarest;
            }
        }

        var speakers = Words.GetValueOrDefault(word);
        var (wordWorth, letterWorth) = (1 / Math.Sqrt(Math.Max(1, BitOperations.PopCount(speakers))), LetterWeight / Math.Max(1, BitOperations.PopCount(rarest)));
        for (var language = 0; language < scores.Length; language++)
        {
            var bit = 1UL << language;
            scores[language] += (speakers & bit) != 0 ? wordWorth : 0;
            scores[language] += rarest != ulong.MaxValue && (rarest & bit) != 0 ? letterWorth : 0;
            scores[language] -= (allowed & bit) == 0 ? 1 : 0;
        }
    }

    /// <summary>Runs of letters and the marks on them, in lower case and composed.</summary>
    private static IEnumerable<string> WordsOf(string text)
    {
        var word = new StringBuilder();
        foreach (var character in text)
        {
            if (char.IsLetter(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(char.ToLowerInvariant(character));
            }
            else if (word.Length > 0)
            {
                yield return Compose(word);
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return Compose(word);
        }
    }

    private static string Compose(StringBuilder word)
    {
        var text = word.ToString();
        return text.IsNormalized() ? text : text.Normalize();
    }

    private static FrozenDictionary<TKey, ulong> Masks<TKey>(Func<LanguageProfile, IEnumerable<TKey>> keys)
        where TKey : notnull
    {
        var masks = new Dictionary<TKey, ulong>();
        for (var language = 0; language < Profiles.Length; language++)
        {
            foreach (var key in keys(Profiles[language]))
            {
                masks[key] = masks.GetValueOrDefault(key) | (1UL << language);
            }
        }

        return masks.ToFrozenDictionary();
    }
}
