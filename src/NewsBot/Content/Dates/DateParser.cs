using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>
/// Reads the dates of feeds: RFC 822 and its heirs, ISO 8601, C's asctime and what is made of them in the wild.
/// A date without a zone is UTC. What has a part that is not understood is not a date.
/// </summary>
internal static partial class DateParser
{
    /// <summary>Longer texts are no dates.</summary>
    private const int MaxDate = 200;

    private static readonly string[] Usual = ["ddd, d MMM yyyy HH':'mm':'ss 'GMT'", "ddd, d MMM yyyy HH':'mm':'ss zzz", "yyyy-MM-dd'T'HH':'mm':'ssK"];

    /// <summary>The instant (UTC), or null.</summary>
    public static DateTimeOffset? Parse(string written)
    {
        if (written.Length > MaxDate)
        {
            return null;
        }

        if (AsItShouldBe(written) is { } instant)
        {
            return instant;
        }

        var text = WithoutHangul(Comments().Replace(written.Trim(), " ").Trim());
        return Iso().Match(text) is { Success: true } iso ? OfIso(iso) : OfWords(text);
    }

    /// <summary>Most dates are in one of two forms, which the framework reads faster than the words are told apart.</summary>
    private static DateTimeOffset? AsItShouldBe(string written) =>
        DateTimeOffset.TryParseExact(written, Usual, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        && instant.Year is >= 1970 and <= 9998
            ? instant
            : null;

    private static DateTimeOffset? OfIso(Match match)
    {
        var date = new DateParts { Month = NumberOr1(match.Groups["month"]), Day = NumberOr1(match.Groups["day"]) };
        date.TakeYear(match.Groups["year"].Value);
        if (match.Groups["ordinal"] is { Success: true } ordinal && !date.TakeDayOfYear(NumberOr1(ordinal)))
        {
            return null;
        }

        return (!match.Groups["time"].Success || date.TakeTime(match.Groups["time"].Value))
            && (match.Groups["zone"] is not { Success: true, Value: var zone } || date.TakeZone(zone.Trim()))
            ? date.ToInstant()
            : null;
    }

    /// <summary>The parts tell by their form what they are, so that their order does not matter.</summary>
    private static DateTimeOffset? OfWords(string text)
    {
        var date = new DateParts();
        foreach (var word in Separators().Split(text).Where(word => word.Length > 0))
        {
            if (!date.Take(word))
            {
                return null;
            }
        }

        return date.ToInstant();
    }

    private static int NumberOr1(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 1;

    /// <summary>Korean writes the half of the day before the time, and means its own zone.</summary>
    private static string WithoutHangul(string text)
    {
        if (!text.Any(letter => letter is '년' or '오'))
        {
            return text;
        }

        var plain = text.Replace("오전", " AM ", StringComparison.Ordinal).Replace("오후", " PM ", StringComparison.Ordinal);
        return Hangul().Replace(plain, match => match.Value[0] == '일' ? " " : "-") + " KST";
    }

    // The forms of ISO 8601, down to two digits of a year and the day of the year; a month with a leading zero too many is seen in the wild.
    [GeneratedRegex(
        """
        ^(?:(?<year>\d{4})(?:(?<sep>[-/.])0?(?<month>\d{1,2})(?:\k<sep>(?<day>\d{1,2}))?|(?<month>\d{2})(?<day>\d{2}))?
           |(?<year>\d{4}|\d{2})-?(?<ordinal>\d{3})
           |(?<year>\d{2})(?<sep>-?)(?<month>\d{2})\k<sep>(?<day>\d{2})
           |-(?<year>\d{2})(?:-?(?<month>\d{2}))?)
        (?:(?:[Tt]|\s*,?\s+)(?<time>\d{1,2}(?::?\d{2}){1,2}(?:[.,]\d+)?)(?<zone>\s*(?:[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2}))?)?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\s,]+|(?<=\d)-(?=\p{L})|(?<=\p{L})(?<!GMT|UTC)-(?=\d)|(?<=\d)(?=[AaPp]\.?[Mm]\.?$)|(?<=\d)T(?=\d)|(?<=:\d{2})(?=[+-]\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[년월]\s*|일")]
    private static partial Regex Hangul();
}
