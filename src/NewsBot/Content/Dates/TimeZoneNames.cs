using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsBot.Content.Dates;

/// <summary>
/// Zones as dates write them. Of RFC 822's names and those that newspapers use, the ones that mean one thing:
/// IST (India, Israel, Ireland) is left out, AST and the like too, and RFC 822's letters, which RFC 2822 calls void.
/// </summary>
internal static partial class TimeZoneNames
{
    private const string Table = """
        Z 0 UT 0 UTC 0 GMT 0 WET 0
        EST -5 EDT -4 ET -5 CST -6 CDT -5 CT -6 MST -7 MDT -6 MT -7 PST -8 PDT -7 PT -8 AKST -9 AKDT -8 HST -10
        WEST 1 BST 1 CET 1 MET 1 MEZ 1 CEST 2 MEST 2 MESZ 2 EET 2 EEST 3 MSK 3 SAST 2
        PKT 5 SGT 8 HKT 8 AWST 8 JST 9 KST 9 ACST 9.5 ACDT 10.5 AEST 10 AEDT 11 NZST 12 NZDT 13
        """;

    private static readonly Dictionary<string, double> Hours = Table
        .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        .Chunk(2)
        .ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is ahead of UTC, or null when it is no zone.</summary>
    public static TimeSpan? Offset(string word)
    {
        if (Hours.TryGetValue(word, out var hours))
        {
            return TimeSpan.FromHours(hours);
        }

        if (Numeric().Match(word) is not { Success: true } match)
        {
            return null;
        }

        var offset = new TimeSpan(Number(match.Groups["hours"]), match.Groups["minutes"].Success ? Number(match.Groups["minutes"]) : 0, 0);
        return offset > TimeSpan.FromHours(14) ? null : match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:GMT|UTC)?(?<sign>[+-])(?<hours>\d{1,2})(?::?(?<minutes>[0-5]\d))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
