using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>
/// Reads the dates of feeds and pages: RFC 822 and its heirs, ISO 8601, C's asctime, Unix time, and what is written for people in some
/// thirty languages. A date without a zone is taken as UTC. Nothing is guessed: what has a part that is not understood is not a date.
/// </summary>
internal static partial class DateParser
{
    /// <summary>Longer texts are not dates.</summary>
    private const int MaxLength = 200;

    private static readonly string[] CommonFormats = ["ddd, d MMM yyyy HH':'mm':'ss 'GMT'", "ddd, d MMM yyyy HH':'mm':'ss zzz", "yyyy-MM-dd'T'HH':'mm':'ssK"];

    /// <summary>The instant (UTC) that the whole text stands for, or null. To look for a date among other words, use <see cref="DateFinder"/>.</summary>
    public static DateTimeOffset? Parse(string? text) => Parse(text, needsDay: false);

    /// <summary>As <see cref="Parse(string?)"/>, and null where only a year or a month is stated.</summary>
    public static DateTimeOffset? ParseDay(string? text) => Parse(text, needsDay: true);

    private static DateTimeOffset? Parse(string? text, bool needsDay)
    {
        if (text is null or { Length: 0 or > MaxLength })
        {
            return null;
        }

        if (ParseCommon(text) is { } instant)
        {
            return instant;
        }

        var plain = DateSpelling.Normalize(text);
        return Iso().Match(plain) is { Success: true } iso ? OfIso(iso, needsDay)
            : UnixTime().Match(plain) is { Success: true } unix ? OfUnixTime(unix)
            : OfWords(plain, needsDay);
    }

    /// <summary>Most dates have one of three forms, which the framework parses faster than the words are told apart.</summary>
    private static DateTimeOffset? ParseCommon(string text) =>
        DateTimeOffset.TryParseExact(text, CommonFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
        && instant.Year is >= DateParts.MinYear and <= DateParts.MaxYear
            ? instant
            : null;

    private static DateTimeOffset? OfIso(Match match, bool needsDay)
    {
        if (needsDay && !match.Groups["day"].Success && !match.Groups["ordinal"].Success)
        {
            return null;
        }

        var date = new DateParts();
        date.SetDate(DateParts.FullYear(match.Groups["year"].Value), NumberOr1(match.Groups["month"]), NumberOr1(match.Groups["day"]));
        if (match.Groups["ordinal"] is { Success: true } ordinal && !date.SetDayOfYear(NumberOr1(ordinal)))
        {
            return null;
        }

        if (match.Groups["time"].Success && !date.TakeTime(match.Groups["time"].Value))
        {
            return null;
        }

        return match.Groups["zone"].Captures.All(zone => date.TakeZone(zone.Value)) ? date.ToInstant() : null;
    }

    /// <summary>Seconds have ten digits and milliseconds thirteen from 2001 to 2286.</summary>
    private static DateTimeOffset? OfUnixTime(Match match)
    {
        var milliseconds = match.Groups["milliseconds"];
        return milliseconds.Success
            ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds.ValueSpan, CultureInfo.InvariantCulture))
            : DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["seconds"].ValueSpan, CultureInfo.InvariantCulture));
    }

    /// <summary>Each part tells by its form what it is, so their order hardly matters.</summary>
    private static DateTimeOffset? OfWords(string text, bool needsDay)
    {
        var date = new DateParts();
        var words = Separators().Split(text).Where(word => word.Length > 0).ToList();
        var first = words.FirstOrDefault() ?? "";

        // What stands before a comma at the start is a day of the week, in whatever language or misspelling.
        var isFollowedByComma = text.Length > first.Length && text[first.Length] == ',';
        var isWeekday = date.TakeFirst(first, isFollowedByComma);
        return words.Skip(isWeekday ? 1 : 0).All(date.Take) && !(needsDay && date.IsMonthOnly) ? date.ToInstant() : null;
    }

    private static int NumberOr1(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 1;

    // The forms of ISO 8601, down to two digits of a year and the day of the year; a month with a leading zero too many is seen in the wild.
    [GeneratedRegex(
        """
        ^(?:(?<year>[0-9]{4})(?:(?<sep>[-/.])0?(?<month>[0-9]{1,2})(?:\k<sep>(?<day>[0-9]{1,2}))?|(?<month>[0-9]{2})(?<day>[0-9]{2}))?
           |(?<year>[0-9]{4}|[0-9]{2})-?(?<ordinal>[0-9]{3})
           |(?<year>[0-9]{2})(?<sep>-?)(?<month>[0-9]{2})\k<sep>(?<day>[0-9]{2})
           |-(?<year>[0-9]{2})(?:-?(?<month>[0-9]{2}))?)
        (?:(?:[Tt]|[ ]*,?[ ]+|(?<=^[0-9]{8})(?=[0-9]{6}))(?<time>[0-9]{1,2}(?::?[0-9]{2}){1,2}(?:[.,][0-9]+)?)
          (?:[ ]*(?<zone>[A-Za-z]{1,5}(?![A-Za-z/])|(?:GMT|UTC)?[+-][0-9]{1,2}:?[0-9]{0,2}|[A-Z][A-Za-z_]+/[A-Za-z_/+-]+))*)?$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Iso();

    [GeneratedRegex("^(?:(?<seconds>[1-9][0-9]{9})(?:[.][0-9]{1,9})?|(?<milliseconds>[1-9][0-9]{12}))$", RegexOptions.CultureInvariant)]
    private static partial Regex UnixTime();

    [GeneratedRegex(
        """
        [\s,]+
        |(?<=[0-9])-(?=\p{L})
        |(?<=\p{L})(?<!GMT|UTC|/[A-Za-z_]+)-(?=[0-9])
        |(?<=[0-9])(?=[AaPp]\.?[Mm]\.?$|[AaPp]\.?[Mm]\.?\s)
        |(?<=[0-9])T(?=[0-9])
        |(?<=:[0-9]{2})(?=[+-][0-9])
        |(?<=[+-][0-9]{2}:?[0-9]{2})(?=Z)
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Separators();
}
