using System.Globalization;
using NewsBot.Messages;

namespace NewsBot.Commands.Pausing;

/// <summary>How long pauses are, and how people write it.</summary>
internal static class PauseTimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    /// <summary>The end of a pause that only /resume ends.</summary>
    public static readonly DateTimeOffset UntilResumed = DateTimeOffset.MaxValue;

    /// <summary>The lengths that are offered, as they are typed.</summary>
    public static readonly IReadOnlyDictionary<PauseLength, string> Offered = new Dictionary<PauseLength, string>
    {
        [PauseLength.Hour] = "1h",
        [PauseLength.EightHours] = "8h",
        [PauseLength.Day] = "1d",
        [PauseLength.Week] = "1w",
        [PauseLength.UntilResumed] = "on",
    };

    public static bool IsPaused(DateTimeOffset? until, DateTimeOffset now) => until > now;

    /// <summary>The end as it is shown: null for a pause that only /resume ends.</summary>
    public static DateTimeOffset? Shown(DateTimeOffset? until) => until == UntilResumed ? null : until;

    /// <summary>Reads "30m", "8h", "2d", "1w" or "on". Returns null for anything else.</summary>
    public static DateTimeOffset? EndOf(string length, DateTimeOffset now)
    {
        if (length.Equals("on", StringComparison.OrdinalIgnoreCase))
        {
            return UntilResumed;
        }

        if (length.Length < 2 || !int.TryParse(length.AsSpan(0, length.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        TimeSpan? unit = char.ToLowerInvariant(length[^1]) switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            'w' => TimeSpan.FromDays(7),
            _ => null,
        };
        return unit is { } one && number > 0 && number <= Longest / one ? now + (number * one) : null;
    }
}
