using System.Text.RegularExpressions;

namespace NewsBot.Articles.RelatedPosts;

/// <summary>Recognises the headings over lists of other posts. The phrases are in headings.json.</summary>
internal static class RelatedPostsHeadings
{
    private const int MaxLength = 60;

    private static readonly Regex Headings = PhraseFile.Load("RelatedPosts.headings.json").Pattern("headings", @"^\W*", @"\W*$", RegexOptions.Compiled);

    public static bool IsMatch(string text) => text.Length <= MaxLength && Headings.IsMatch(text);
}
