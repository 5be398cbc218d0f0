using NewsBot.Text;

namespace NewsBot.Stories;

/// <summary>
/// The language in whose stems an article is compared. Short reports have too few small words to be sure, and must not be parted from
/// the longer ones of their language.
/// </summary>
internal static class StoryLanguage
{
    /// <param name="language">As the article has it, or null.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="text">Its text.</param>
    public static string? Of(string? language, string title, string text) =>
        language ?? LanguageDetector.Detect($"{title} {text}")?.Code;
}
