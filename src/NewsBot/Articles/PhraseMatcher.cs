using System.Text.RegularExpressions;

namespace NewsBot.Articles;

/// <summary>
/// Recognises phrases in text from outside in time that is linear in its length. The framework bounds the size of such an expression, so that
/// there may be several.
/// </summary>
internal sealed class PhraseMatcher(string[] phrases, string before, string after)
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private readonly Regex[] expressions = [.. Compile(phrases, before, after)];

    public bool IsMatch(string text) => Array.Exists(expressions, expression => expression.IsMatch(text));

    private static IEnumerable<Regex> Compile(string[] phrases, string before, string after)
    {
        try
        {
            return [new Regex($"{before}(?:{string.Join('|', phrases)}){after}", Options)];
        }
        catch (NotSupportedException) when (phrases.Length > 1)
        {
            var half = phrases.Length / 2;
            return [.. Compile(phrases[..half], before, after), .. Compile(phrases[half..], before, after)];
        }
    }
}
