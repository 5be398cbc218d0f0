using System.Text.RegularExpressions;

namespace NewsBot.Telemetry;

/// <summary>Takes bot tokens out of text that somebody may read. The Bot API has the token in the path of every address.</summary>
internal static partial class TokenRedaction
{
    private const string Replacement = "[token]";

    /// <summary>The text with every token in it replaced; the same instance when there is none.</summary>
    public static string Redact(string text) => Token.Replace(text, Replacement);

    public static bool HoldsToken(string text) => Token.IsMatch(text);

    // After "bot" any length is taken for a token, because half a token in a cut address is a secret too. Alone it must be as long as
    // a token is, or times and ports ("12:30") would go as well. %3A is the colon of an escaped address.
    [GeneratedRegex(@"(?<=bot)\d+(:|%3A)[\w-]+|(?<!\d)\d{1,16}(:|%3A)[A-Za-z0-9_-]{20,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Token { get; }
}
