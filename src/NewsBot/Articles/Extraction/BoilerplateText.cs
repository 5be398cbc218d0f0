using System.Text.RegularExpressions;

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
    private static readonly Regex Labels = Phrases.Pattern("labels", @"^\W*", @"\W*$", options: RegexOptions.Compiled);
    private static readonly Regex Credits = Phrases.Pattern("credits", @"^\W*(?:©|\(c\)\s|", ")", options: RegexOptions.Compiled);
    private static readonly Regex Pointers = Phrases.Pattern("pointers", @"^\W*", @"\s*:.{3,}$", options: RegexOptions.Compiled);
    private static readonly Regex Pleas = Phrases.Pattern("pleas", @"^\W*", @"\b", options: RegexOptions.Compiled);
    private static readonly Regex Notices = Phrases.Pattern("notices", @"^\W*", options: RegexOptions.Compiled);
    private static readonly Regex Anywhere = Phrases.Pattern("anywhere", options: RegexOptions.Compiled);

    /// <summary>"The first stage. (credit: NASA)", "Jewels, photos © Exhibit".</summary>
    private static readonly Regex Captions = Phrases.Pattern("captions", @"\b(?:photos?|fotos?|images?|bild(?:er)?)\s?©|\(", @"\s?:[^()]{2,80}\)\W{0,3}$", options: RegexOptions.Compiled);

    /// <summary>Whether the line is no part of the article's text.</summary>
    public static bool IsMatch(string line) =>
        (line.Length <= MaxLabelLength && (Labels.IsMatch(line) || Credits.IsMatch(line) || Pointers.IsMatch(line)))
        || (line.Length <= MaxCaptionLength && Captions.IsMatch(line))
        || (line.Length <= MaxNoticeLength && (Pleas.IsMatch(line) || Notices.IsMatch(line) || Anywhere.IsMatch(line)));
}
