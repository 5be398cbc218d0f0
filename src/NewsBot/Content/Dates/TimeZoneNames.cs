using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>
/// Zones as dates write them. Of RFC 822's names and those that newspapers use, date-words.json holds the ones that mean one thing:
/// IST (India, Israel, Ireland) is left out, AST and the like too, and RFC 822's single letters, which RFC 2822 declares void.
/// </summary>
internal static partial class TimeZoneNames
{
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    /// <summary>What a named zone is ahead of UTC, or null when it is none.</summary>
    public static TimeSpan? Named(string word) => DateWords.ZoneHours(word) is { } hours ? TimeSpan.FromHours(hours) : null;

    /// <summary>What "+0200", "+02", "GMT+2" or "CEST+02:00" is ahead of UTC, or null when it is none.</summary>
    public static TimeSpan? Numeric(string word)
    {
        if (Offset().Match(word) is not { Success: true } match || (match.Groups["name"].Length > 0 && Named(match.Groups["name"].Value) is null))
        {
            return null;
        }

        var offset = new TimeSpan(Number(match.Groups["hours"]), match.Groups["minutes"].Success ? Number(match.Groups["minutes"]) : 0, 0);
        return offset > MaxOffset ? null : match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    /// <summary>The zone of IANA's database, or null when it is none.</summary>
    public static TimeZoneInfo? Region(string word) =>
        RegionName().IsMatch(word) && TimeZoneInfo.TryFindSystemTimeZoneById(word, out var region) ? region : null;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<name>[A-Za-z]{0,5})(?<sign>[+-])(?<hours>[0-9]{1,2})(?::?(?<minutes>[0-5][0-9]))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    /// <summary>Only names: what the system looks up is a file's path.</summary>
    [GeneratedRegex("^[A-Z][A-Za-z_]{1,30}(?:/[A-Za-z][A-Za-z0-9_+-]{1,30}){1,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();
}
