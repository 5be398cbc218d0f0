using System.Collections.Frozen;
using NewsBot.Text;

namespace NewsBot.Topics.Matching;

/// <summary>Recognises what a text says beside its news: who wrote it, and that it gathers many things.</summary>
internal static class NonContentText
{
    /// <summary>A last paragraph of so few words is a signature: "Reuters", "© 2026 Yonhap", "AFP/dpa".</summary>
    private const int Signature = 4;

    /// <summary>How agencies begin their credits, as stems.</summary>
    private static readonly FrozenSet<string> Credits = new[] { "reporting", "editing", "writing", "compiled", "additional" }.ToFrozenSet();

    private static readonly FrozenSet<string> Gathering = new[]
    {
        "roundup", "briefing", "digest", "newsletter", "headline", "newsticker", "presseschau", "titulare", "дайджест",
    }.ToFrozenSet();

    /// <summary>Whether the last paragraph of a text of several is no more than credits.</summary>
    public static bool IsCredits(ReadOnlySpan<Token> paragraph) =>
        paragraph.Length <= Signature || (paragraph.Length > 1 && Credits.Contains(paragraph[0].Term.Word) && HasBy(paragraph));

    /// <summary>Whether a title says that the article tells a bit of everything.</summary>
    public static bool IsRoundup(ReadOnlySpan<Token> title)
    {
        foreach (ref readonly var token in title)
        {
            if (Gathering.Contains(token.Term.Stem))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasBy(ReadOnlySpan<Token> paragraph) => paragraph[1].Term.Word == "by" || (paragraph.Length > 2 && paragraph[2].Term.Word == "by");
}
