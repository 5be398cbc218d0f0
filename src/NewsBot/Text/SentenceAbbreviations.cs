using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>Full stops that end a word and not a sentence.</summary>
internal static class SentenceAbbreviations
{
    private static readonly FrozenSet<string> BeforeMore = LanguageFiles.Together(language => language.AbbreviationsBeforeMore);

    private static readonly FrozenSet<string> Anywhere = LanguageFiles.Together(language => language.AbbreviationsAnywhere);

    /// <summary>Where the abbreviation alone leaves it open: "in the U.S. The …".</summary>
    private static readonly FrozenSet<string> Starters = LanguageFiles.Together(language => language.SentenceStarters);

    /// <summary>Letters before a full stop that are looked at: longer than any abbreviation, and a bound for texts without spaces.</summary>
    private const int MaxWord = 32;

    /// <summary>Whether the sentence goes on after the full stop at <paramref name="i"/>, what follows being no small letter.</summary>
    public static bool KeepsGoing(string text, int i, string? language)
    {
        var start = i;
        while (start > 0 && i - start <= MaxWord && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..i];
        var next = NextWord(text, i + 1);
        if (BeforeMore.Contains(word) || IsGermanOrdinal(word, language))
        {
            return true;
        }

        var isOpen = IsInitial(word) || word.Contains('.', StringComparison.Ordinal)
            || (Anywhere.Contains(word) && !FollowsNumber(text, start));
        return isOpen && !Starters.Contains(next);
    }

    private static bool IsInitial(string word) => word.Length == 1 && char.IsUpper(word[0]);

    /// <summary>"am 3. Oktober": a day or a rank, which German writes with a full stop.</summary>
    private static bool IsGermanOrdinal(string word, string? language) =>
        language == "de" && word.Length is 1 or 2 && word.All(char.IsAsciiDigit);

    /// <summary>"5 руб." and "5 млн руб.": a unit, after which the sentence may well end.</summary>
    private static bool FollowsNumber(string text, int start)
    {
        var before = text.AsSpan(Math.Max(0, start - MaxWord), Math.Min(start, MaxWord)).TrimEnd(" \u00A0.");
        var word = before[(before.LastIndexOfAny(' ', '\u00A0') + 1)..].ToString();
        return word.Length > 0 && (char.IsDigit(word[^1]) || (word.Length > 1 && Anywhere.Contains(word)));
    }

    private static string NextWord(string text, int from)
    {
        var rest = text.AsSpan(from).TrimStart().TrimStart("“„«\"'‘(");
        var length = 0;
        while (length < rest.Length && char.IsLetter(rest[length]))
        {
            length++;
        }

        return rest[..length].ToString();
    }
}
