using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>Words that say nothing by themselves, in the languages of the interface and Russian.</summary>
internal static class StopWords
{
    private const string Lists =
        """
        a an the and or not no of in on at to for from by with as is are was were be been it its this that these those he she they them
        we us you your our his her their i me my who what when where why how which will would can could do does did has have had if then so
        der die das den dem des ein eine einer und nicht von zu mit im am für auf ist sind es er sie wir ihr wer was
        el la los las un una de del y o en que es por con para se al lo su no
        le les des une et ou du au aux est dans que qui pour par sur il elle ce cet cette ne pas
        і й та або не в у на з із до від за що як це він вона вони ми ви для про по
        и или с из к от что как это он она они мы вы о об
        """;

    private static readonly FrozenSet<string> All =
        Lists.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Small words of one language that are a subject in others, with that language (ISO 639-1): war, the river Oder, Lake Como.</summary>
    private static readonly FrozenDictionary<string, string> Subjects = new Dictionary<string, string>
    {
        ["war"] = "de",
        ["oder"] = "de",
        ["como"] = "es",
    }.ToFrozenDictionary();

    /// <param name="word">A folded word.</param>
    public static bool Contains(string word) => All.Contains(word);

    /// <summary>The language in which a word is small, though it is a subject in others; null for all other words.</summary>
    /// <param name="word">A folded word.</param>
    public static string? LanguageOf(string word) => Subjects.GetValueOrDefault(word);
}
