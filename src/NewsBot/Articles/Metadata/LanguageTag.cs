namespace NewsBot.Articles.Metadata;

/// <summary>Language tags as pages declare them.</summary>
internal static class LanguageTag
{
    /// <summary>Two letters (ISO 639-1) of a tag such as "en-GB" or "de_AT", or null.</summary>
    public static string? Parse(string? tag) =>
        tag?.Trim() is { Length: >= 2 } text && text[..2].All(char.IsAsciiLetter) && (text.Length == 2 || text[2] is '-' or '_')
            ? text[..2].ToLowerInvariant()
            : null;
}
