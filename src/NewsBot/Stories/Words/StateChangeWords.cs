using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Stories.Words;

/// <summary>Words that tell of a change of state ("arrested", "resigns", "reopens"), each change as one bit.</summary>
internal static class StateChangeWords
{
    /// <summary>Rises and falls, which happen again and again.</summary>
    public static readonly uint Counts;

    private static readonly FrozenDictionary<string, uint> Words;

    static StateChangeWords()
    {
        var changes = StoryWords.ByLanguage.Values.SelectMany(language => language.Changes.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
        Words = StoryWords.ByLanguage.Values
            .SelectMany(language => language.Changes)
            .SelectMany(change => change.Value.Select(word => (Word: word, Bit: 1u << changes.IndexOf(change.Key))))
            .GroupBy(entry => entry.Word)
            .ToFrozenDictionary(word => word.Key, word => word.First().Bit, StringComparer.Ordinal);
        Counts = 1u << changes.IndexOf("counts");
    }

    /// <summary>The change that a word tells of, or 0.</summary>
    public static uint Of(Term term) => Words.GetValueOrDefault(term.Word);
}
