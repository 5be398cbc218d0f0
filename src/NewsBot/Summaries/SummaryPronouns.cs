using System.Collections.Frozen;

namespace NewsBot.Summaries;

/// <summary>Tells sentences that lean on the one before: by a bare pronoun as their subject, or a word that answers it.</summary>
internal static class SummaryPronouns
{
    /// <summary>How far an opening phrase ("After the talks, he …") may reach.</summary>
    private const int OpeningPhrase = 120;

    private static readonly Dictionary<string, (FrozenSet<string> Subjects, FrozenSet<string> Answers)> Languages = new()
    {
        ["en"] = (Words("he she they it"), Words("this that these those his her its their him them such both neither but however also instead therefore thus otherwise yet so and or then moreover furthermore nor")),
        ["de"] = (Words("er sie es"), Words("dieser diese dieses diesem diesen dies sein seine ihr ihre beide aber doch jedoch allerdings auch zudem außerdem dennoch deshalb daher dabei damit dafür dagegen davon und denn sondern dort")),
        ["es"] = (Words("él ella ellos ellas esto eso"), Words("este esta estos estas ese esa su sus ambos pero sin también además entonces así aunque y o tampoco ello")),
        ["fr"] = (Words("il elle ils elles cela ceci ce"), Words("cette ces cet son sa ses leur leurs mais cependant toutefois pourtant aussi ainsi donc et ou puis celui celle ceux")),
        ["uk"] = (Words("він вона вони воно це"), Words("цей ця ці його її їх їхній такий така такі але проте однак також тому тож отже а і й та адже водночас крім")),
        ["ru"] = (Words("он она они оно это"), Words("этот эта эти его её ее их такой такая такие но однако также поэтому а и ведь кроме тогда")),
    };

    /// <summary>Whether the sentence says who or what it is about only with the sentence before it.</summary>
    public static bool LeanOnPrevious(string sentence, string? language)
    {
        var (subjects, answers) = Languages.GetValueOrDefault(language ?? "en", Languages["en"]);
        var first = SummaryWords.Split(sentence).FirstOrDefault()?.ToLowerInvariant() ?? "";
        if (subjects.Contains(first) || (answers.Contains(first) && !IsQuotation(sentence)))
        {
            return true;
        }

        var comma = sentence.IndexOf(", ", 0, Math.Min(OpeningPhrase, sentence.Length), StringComparison.Ordinal);
        return comma > 0
            && !IsQuotation(sentence)
            && subjects.Contains(SummaryWords.Split(sentence[comma..]).FirstOrDefault()?.ToLowerInvariant() ?? "");
    }

    private static bool IsQuotation(string sentence) => sentence[0] is '“' or '„' or '«' or '"' or '»';

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
