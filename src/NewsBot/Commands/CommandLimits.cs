using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace NewsBot.Commands;

/// <summary>How much one person and one chat may ask: a burst of a minute's worth, refilled evenly. Kept in memory alone.</summary>
internal sealed class CommandLimits(IOptions<CommandOptions> options) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<long> people = Buckets(options.Value.PerMinutePerPerson);
    private readonly PartitionedRateLimiter<long> chats = Buckets(options.Value.PerMinutePerChat);

    private readonly PartitionedRateLimiter<long> notices = PartitionedRateLimiter.Create<long, long>(id =>
        RateLimitPartition.GetFixedWindowLimiter(id, _ => new FixedWindowRateLimiterOptions { PermitLimit = 1, Window = Minute }));

    /// <summary>Counts one command or press. Whoever is over the limit is told so once a minute.</summary>
    public LimitCheck Check(Incoming incoming)
    {
        var chat = incoming.Chat.ChatId;
        var limited = incoming.PersonId is { } person && !Takes(people, person) ? person : !Takes(chats, chat) ? chat : (long?)null;
        return limited is not { } id ? LimitCheck.WithinLimit : Takes(notices, id) ? LimitCheck.OverLimitForTheFirstTime : LimitCheck.OverLimit;
    }

    public void Dispose()
    {
        people.Dispose();
        chats.Dispose();
        notices.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<long> limiter, long id)
    {
        using var lease = limiter.AttemptAcquire(id);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<long> Buckets(int perMinute) => PartitionedRateLimiter.Create<long, long>(id =>
        RateLimitPartition.GetTokenBucketLimiter(id, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = Minute / perMinute,
        }));
}

/// <summary>Whether a command may run.</summary>
internal enum LimitCheck
{
    WithinLimit,

    /// <summary>It is not run, and the person is told why.</summary>
    OverLimitForTheFirstTime,

    /// <summary>It is dropped without a word.</summary>
    OverLimit,
}
