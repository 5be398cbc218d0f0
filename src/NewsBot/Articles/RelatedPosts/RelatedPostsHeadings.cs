namespace NewsBot.Articles.RelatedPosts;

/// <summary>Recognises the headings over lists of other posts. The phrases are in headings.json.</summary>
internal static class RelatedPostsHeadings
{
    private const int MaxLength = 60;

    private static readonly PhraseMatcher Headings = PhraseFile.Load("RelatedPosts.headings.json").Matcher("headings", @"^\W*", @"\W*$");

    public static bool IsMatch(string text) => text.Length <= MaxLength && Headings.IsMatch(text);
}
