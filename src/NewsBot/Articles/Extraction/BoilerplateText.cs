namespace NewsBot.Articles.Extraction;

/// <summary>
/// Recognises lines that frame an article without being part of it: buttons, credits, pleas, legal notices. The phrases are in
/// boilerplate.json: "labels" are whole lines, "pointers" stand before a colon and another headline, "credits", "pleas" and "notices" begin
/// a line, "anywhere" may stand within one, "captions" stand before the colon in brackets at the end of a caption.
/// </summary>
internal static class BoilerplateText
{
    private const int MaxLabelLength = 120;
    private const int MaxCaptionLength = 240;
    private const int MaxNoticeLength = 400;

    private static readonly PhraseFile Phrases = PhraseFile.Load("Extraction.boilerplate.json");
    private static readonly PhraseMatcher Labels = Phrases.Matcher("labels", @"^\W*", @"\W*$");
    private static readonly PhraseMatcher Credits = Phrases.Matcher("credits", @"^\W*(?:©|\(c\)\s|", ")");
    private static readonly PhraseMatcher Pointers = Phrases.Matcher("pointers", @"^\W*", @"\s*:.{3,}$");
    private static readonly PhraseMatcher Pleas = Phrases.Matcher("pleas", @"^\W*", @"\b");
    private static readonly PhraseMatcher Notices = Phrases.Matcher("notices", @"^\W*");
    private static readonly PhraseMatcher Anywhere = Phrases.Matcher("anywhere");

    /// <summary>"The first stage. (credit: NASA)", "Jewels, photos © Exhibit".</summary>
    private static readonly PhraseMatcher Captions = Phrases.Matcher("captions", @"\b(?:photos?|fotos?|images?|bild(?:er)?)\s?©|\(", @"\s?:[^()]{2,80}\)\W{0,3}$");

    /// <summary>Whether the line is no part of the article's text.</summary>
    public static bool IsMatch(string line) =>
        (line.Length <= MaxLabelLength && (Labels.IsMatch(line) || Credits.IsMatch(line) || Pointers.IsMatch(line)))
        || (line.Length <= MaxCaptionLength && Captions.IsMatch(line))
        || (line.Length <= MaxNoticeLength && (Pleas.IsMatch(line) || Notices.IsMatch(line) || Anywhere.IsMatch(line)));
}
