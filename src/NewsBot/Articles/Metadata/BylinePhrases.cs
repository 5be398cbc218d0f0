using System.Text.RegularExpressions;

namespace NewsBot.Articles.Metadata;

/// <summary>The expressions of bylines.json: what stands around the names of authors, and what their lives are told with.</summary>
internal static class BylinePhrases
{
    private static readonly PhraseFile File = PhraseFile.Load("Metadata.bylines.json");

    /// <summary>"By", "Written by:", "Text &amp; Fotos:" at the start.</summary>
    public static Regex Lead { get; } = File.Pattern("writtenBy", $@"^\W{{0,9}}(?:{File.Alternatives("by")}|{File.Alternatives("leads")}|", @")(?:\b\s?[:：]?|[:：])\s?");

    /// <summary>A line that is nothing but that: the names are in the next.</summary>
    public static Regex Label { get; } = File.Pattern("writtenBy", $@"^\W*(?:{File.Alternatives("by")}|", @")\s*:?\W*$");

    /// <summary>A line that names authors, perhaps behind a date; in the group "sure" a phrase that cannot mean anything else.</summary>
    public static Regex Line { get; } = File.Pattern(
        "writtenBy",
        $@"^\W*(?<dated>(?:\p{{L}}+[.,]?\s+){{0,4}}\d[^|]{{0,40}}?[\s,·•–—-]+)?(?:(?<sure>{File.Alternatives("desks")}|",
        $@")\s*:?|(?:{File.Alternatives("by")})\s*:?)\s+(?<names>\p{{Lu}}[^\d|•·/]{{2,80}}?)\s*(?:$|[\d|•·/(]|\b(?:am|on|le|el|il|at|um|veröffentlicht|published|updated)\b)");

    public static Regex Separator { get; } = File.Pattern("conjunctions", @"\s?[,;/|•·、／]\s?|\s[–—-]\s|\s?\((?:avec|with|mit|con)\s|\s", @"\s");

    /// <summary>Who took the picture wrote nothing.</summary>
    public static Regex Pictures { get; } = File.Pattern("pictures", @"\b", @"\b");

    /// <summary>A desk or a job, and words of buttons and notices beside a name.</summary>
    public static Regex NotNames { get; } = File.Pattern("jobs", $@"\b(?:{File.Alternatives("notNames")}|", @")\b");

    public static Regex Roles { get; } = File.Pattern("roles", @"\b", @"\b");

    public static Regex FirstPerson { get; } = File.Pattern("firstPerson", @"\b", @"\b");

    public static Regex Lives { get; } = File.Pattern("lives", @"\b", @"\b");

    public static Regex Copulas { get; } = File.Pattern("copulas", @"^(?:[—–-]|", ")$");

    /// <summary>A word that says that the date beside it is the article's.</summary>
    public static Regex Published { get; } = File.Pattern("published", @"\b", @"\b");

    /// <summary>The heading of a box about the author.</summary>
    public static Regex AboutAuthor { get; } = File.Pattern("aboutAuthor", @"^\W*", @"\W*$");
}
