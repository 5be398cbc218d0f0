using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>Words that say nothing by themselves, in the languages of the interface and Russian.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> All = LanguageFiles.Together(language => language.StopWords);

    private static readonly FrozenDictionary<string, string> Languages = LanguageFiles.All
        .SelectMany(language => language.Value.SubjectsElsewhere.Select(word => (word, language.Key)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.Key);

    /// <param name="word">Folded.</param>
    public static bool Contains(string word) => All.Contains(word);

    /// <summary>The language in which a stop word is one, though it is a subject in others: war, the river Oder. Null for all other words.</summary>
    /// <param name="word">Folded.</param>
    public static string? LanguageOf(string word) => Languages.GetValueOrDefault(word);
}
