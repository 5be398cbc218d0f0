using System.Collections.Frozen;

namespace NewsBot.Text;

/// <summary>Full stops that end a word and not a sentence.</summary>
internal static class SentenceAbbreviations
{
    /// <summary>Something always follows these: a name, a number, an example.</summary>
    private static readonly FrozenSet<string> BeforeMore = Words(
        """
        Mr Mrs Ms Dr Drs Prof Sen Rep Reps Sens Gov Gen Col Lt Sgt Capt Cmdr Cpl Adm Maj Rev Hon St Msgr Supt Insp Messrs Pres vs No Nos Mt Ft Fig al eg ie approx dept
        Hr Fr Nr Str Abs Art bzw ca sog evtl geb inkl vgl Dipl Ing Bf zzgl gem gez Mio Mrd Mill Tsd
        Sra Srta Dra Ud Uds pág núm art Lic Arq D Dña Mons Gral
        M MM Mme Mmes Mlle Me Mgr av apr env
        им ул гр акад проф св напр тел см ср стр пос дер ген полк п ст
        ім вул проф акад св напр див ген гр пл просп тел обл
        """);

    /// <summary>These may end a sentence too.</summary>
    private static readonly FrozenSet<string> BeforeMoreOrNothing = Words(
        """
        Inc Ltd Co Corp Bros Jr Sr etc est Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Ave Blvd Rd pp cf
        usw Std Jh Okt Dez Abt
        Cía Avda aprox etc
        г гг в вв м тыс млн млрд трлн руб коп др пр обл мин сек
        р рр ст м тис млн млрд грн коп ін хв сек
        """);

    /// <summary>Words that begin a sentence and no name, where the abbreviation alone leaves it open: "in the U.S. The …".</summary>
    private static readonly FrozenSet<string> Starters = Words(
        """
        The A An In On At He She It They We I But And This That These Those There However Meanwhile After Before When While For If As Its His Her Their Some Many Most No Not
        Der Die Das Ein Eine Er Sie Es Wir Im Am Auch Nach Bei Doch Aber
        El La Los Las Un Una En Según Pero Por Para Le Les Une Il Elle Dans Selon Mais
        В На По Он Она Они Это Но Как При У Він Вона Вони Це Але Як За Під
        """);

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
            || (BeforeMoreOrNothing.Contains(word) && !FollowsNumber(text, start));
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
        return word.Length > 0 && (char.IsDigit(word[^1]) || (word.Length > 1 && BeforeMoreOrNothing.Contains(word)));
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

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
