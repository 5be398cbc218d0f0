using System.Collections.Frozen;

namespace NewsBot.Stories.Words;

/// <summary>Small numbers as words: "five men" are 5 men.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Languages = StoryWords.ByLanguage.ToFrozenDictionary(
        language => language.Key,
        language => language.Value.Numbers
            .SelectMany(number => number.Value.Select(word => (Word: word, Digits: number.Key)))
            .ToFrozenDictionary(entry => entry.Word, entry => entry.Digits, StringComparer.Ordinal));

    /// <summary>The digits of a lower-case number word of the language, or null for any other word.</summary>
    public static string? Digits(string word, string? language) =>
        language is not null && Languages.TryGetValue(language, out var words) ? words.GetValueOrDefault(word) : null;
}
