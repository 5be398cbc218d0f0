using System.Globalization;
using NewsBot.Subscribers;
using NewsBot.Topics;

namespace NewsBot.Commands.Following;

/// <summary>
/// What a subscription was before it was dropped, as the Undo button carries it: five fields in hexadecimal, at most 45 bytes. A modified
/// app can send any data, so whatever is read here is checked.
/// </summary>
/// <param name="Place">The subscription's id: among topics that match equally well, the older one goes first.</param>
internal sealed record UnfollowedState(MatchLevel Level, DateTimeOffset? PausedAt, DateTimeOffset? PausedUntil, int? PushesPerHour, long Place)
{
    private const string None = "-";
    private const string UntilResumed = "on";

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static UnfollowedState? Parse(string text) =>
        text.Split(' ') is [var level, var pausedAt, var pausedUntil, var pushes, var place]
        && Enum.TryParse<MatchLevel>(level, out var parsed) && Enum.IsDefined(parsed)
        && NumberOf(place) is { } id
            ? new UnfollowedState(
                parsed, InstantOf(pausedAt), pausedUntil == UntilResumed ? DateTimeOffset.MaxValue : InstantOf(pausedUntil), (int?)NumberOf(pushes, int.MaxValue), id)
            : null;

    public static UnfollowedState Of(Subscription subscription) =>
        new(subscription.Level, subscription.PausedAt, subscription.PausedUntil, subscription.PushesPerHour, subscription.Id);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(int)Level} {Written(PausedAt)} {Written(PausedUntil)} {(PushesPerHour is { } pushes ? $"{pushes:x}" : None)} {Place:x}");

    private static string Written(DateTimeOffset? instant) => instant switch
    {
        null => None,
        { } at when at == DateTimeOffset.MaxValue => UntilResumed,
        { } at => at.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset? InstantOf(string text) =>
        NumberOf(text, DateTimeOffset.MaxValue.ToUnixTimeSeconds()) is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static long? NumberOf(string text, long most = long.MaxValue) =>
        long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number >= 0 && number <= most ? number : null;
}
