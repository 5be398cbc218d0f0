using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>Brings the ways of writing digits, signs and East Asian dates to one, so that what follows meets ASCII digits only.</summary>
internal static partial class DateSpelling
{
    /// <summary>The text with ASCII digits and signs, single spaces, without comments, and with East Asian dates in ISO 8601's order.</summary>
    public static string Normalize(string text)
    {
        var plain = Comments().Replace(WithAsciiDigits(text), " ");
        plain = EastAsianUnit().IsMatch(plain) ? WithoutEastAsianUnits(plain) : plain;
        plain = BareHour().Replace(plain, "$1:00 ");
        return Spaces().Replace(plain, " ").Trim();
    }

    private static string WithAsciiDigits(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var character in string.Concat(text.Where(character => !char.IsSurrogate(character))).Normalize(NormalizationForm.FormKC))
        {
            plain.Append(character switch
            {
                _ when CharUnicodeInfo.GetDecimalDigitValue(character) is >= 0 and var digit => (char)('0' + digit),
                '\u2212' or '\u2010' or '\u2011' => '-',
                '\u200E' or '\u200F' or '\u200B' or '\uFEFF' => ' ',
                _ => character,
            });
        }

        return plain.ToString();
    }

    /// <summary>Chinese, Japanese and Korean write units behind numbers, and the half of the day before the time. Korean means its own zone.</summary>
    private static string WithoutEastAsianUnits(string text)
    {
        var isKorean = text.AsSpan().IndexOfAny('년', '오') >= 0;
        var plain = Morning().Replace(text, " AM ");
        plain = Afternoon().Replace(plain, " PM ");
        plain = EastAsianUnit().Replace(plain, match => match.Value[0] switch
        {
            '년' or '年' or '월' or '月' => "-",
            '시' or '時' or '时' or '點' or '点' => ":",
            '분' or '分' => ":",
            _ => " ",
        });
        plain = LooseColon().Replace(ShortMinutes().Replace(plain, ":0$1"), " ");
        return isKorean && plain.Contains(':', StringComparison.Ordinal) ? plain + " KST" : plain;
    }

    [GeneratedRegex(@"\([^()]*\)|\[[^\[\]]*\]", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\s*(?:[년年월月]|[일日号號초秒]|[시時时點点]|[분分])\s*|오전|오후|上午|午前|下午|午後|午后", RegexOptions.CultureInvariant)]
    private static partial Regex EastAsianUnit();

    [GeneratedRegex("오전|上午|午前", RegexOptions.CultureInvariant)]
    private static partial Regex Morning();

    [GeneratedRegex("오후|下午|午後|午后", RegexOptions.CultureInvariant)]
    private static partial Regex Afternoon();

    [GeneratedRegex(":(?=[ ]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex LooseColon();

    [GeneratedRegex(":([0-9])(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex ShortMinutes();

    /// <summary>"3 pm"</summary>
    [GeneratedRegex(@"(?<![0-9:./-])([0-9]{1,2})\s?(?=[AaPp]\.?[Mm]\b)", RegexOptions.CultureInvariant)]
    private static partial Regex BareHour();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
