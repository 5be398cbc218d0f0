using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Sources.Feeds;

/// <summary>
/// Reads the dates of feeds: RFC 822 and its heirs, ISO 8601, C's asctime and what is made of them in the wild.
/// A date without a zone is UTC. What has a part that is not understood is not a date.
/// </summary>
internal static partial class FeedDate
{
    /// <summary>The instant (UTC), or null.</summary>
    public static DateTimeOffset? Parse(string written)
    {
        var text = Comments().Replace(written.Trim(), " ");
        return Iso().Match(text) is { Success: true } iso ? OfIso(iso) : OfWords(text);
    }

    private static DateTimeOffset? OfIso(Match match)
    {
        var date = new FeedDateParts
        {
            Year = Number(match.Groups["year"]),
            Month = Number(match.Groups["month"]),
            Day = match.Groups["day"].Success ? Number(match.Groups["day"]) : 1,
        };
        return (!match.Groups["time"].Success || date.TakeTime(match.Groups["time"].Value))
            && (match.Groups["zone"] is not { Success: true, Value: var zone } || date.TakeZone(zone.Trim()))
            ? date.ToInstant()
            : null;
    }

    /// <summary>The parts tell by their form what they are, so that their order does not matter.</summary>
    private static DateTimeOffset? OfWords(string text)
    {
        var date = new FeedDateParts();
        foreach (var word in Separators().Split(text).Where(word => word.Length > 0))
        {
            if (!date.Take(word))
            {
                return null;
            }
        }

        return date.ToInstant();
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>\d{4})(?:(?<sep>[-/.])(?<month>\d{1,2})(?:\k<sep>(?<day>\d{1,2}))?|(?<month>\d{2})(?<day>\d{2}))(?:(?:[Tt]|\s*,?\s+)(?<time>\d{1,2}(?::?\d{2}){1,2}(?:[.,]\d+)?)(?<zone>\s*(?:[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{1,2}:?\d{0,2}))?)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    [GeneratedRegex(@"[\s,]+|(?<=\d)-(?=[A-Za-z])|(?<=[A-Za-z])(?<!GMT|UTC)-(?=\d{2})|(?<=\d)(?=[AaPp]\.?[Mm]\.?$)", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
