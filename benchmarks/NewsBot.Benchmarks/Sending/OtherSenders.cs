using NewsBot.Sandbox;
using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace NewsBot.Benchmarks.Sending;

/// <summary>What bots do instead, as their guides and libraries have it. Each sends one message after the other to as many chats as there are, until it is stopped.</summary>
internal static class OtherSenders
{
    /// <summary>One message at a time; a refused one waits as long as it was told and is sent again.</summary>
    public static async Task SequentialAsync(SandboxServer sandbox, int chats, CancellationToken stop)
    {
        var client = ClientOf(sandbox, retry: false);
        for (var message = 0; !stop.IsCancellationRequested; message++)
        {
            await SendAsync(client, SendingWorld.FirstChat + (message % chats), retryAfter => Task.Delay(retryAfter, TimeProvider.System, stop), stop);
        }
    }

    /// <summary>Eight workers that leave 429 to the library, which waits in each of them for itself.</summary>
    public static Task LibraryRetryAsync(SandboxServer sandbox, int chats, CancellationToken stop)
    {
        var client = ClientOf(sandbox, retry: true);
        var message = 0;
        return Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            while (!stop.IsCancellationRequested)
            {
                // What it gives up on is lost: the caller gets an exception.
                await SendAsync(client, SendingWorld.FirstChat + (Interlocked.Increment(ref message) % chats), null, stop);
            }
        }));
    }

    /// <summary>A leaky bucket of thirty that loses thirty a second, as many in flight as there are; on 429 everyone waits.</summary>
    public static async Task LeakyBucketAsync(SandboxServer sandbox, int chats, CancellationToken stop)
    {
        var client = ClientOf(sandbox, retry: false);
        var clock = TimeProvider.System;
        var (level, last, heldUntil) = (0.0, clock.GetTimestamp(), clock.GetUtcNow());
        for (var message = 0; !stop.IsCancellationRequested; message++)
        {
            level = Math.Max(0, level - (clock.GetElapsedTime(last).TotalSeconds * 30));
            last = clock.GetTimestamp();
            var wait = Math.Max((level - 29) / 30, (heldUntil - clock.GetUtcNow()).TotalSeconds);
            if (wait > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(wait), clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                message--;
                continue;
            }

            level++;
            _ = SendAsync(client, SendingWorld.FirstChat + (message % chats), HoldAsync, stop);
        }

        Task HoldAsync(TimeSpan retryAfter)
        {
            heldUntil = clock.GetUtcNow() + retryAfter;
            return Task.Delay(retryAfter, clock, stop);
        }
    }

    private static async Task SendAsync(TelegramBotClient client, long chat, Func<TimeSpan, Task>? wait, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await client.SendMessage(chat, $"Message of some length, as news has, for chat {chat}", cancellationToken: stop);
                return;
            }
            catch (ApiRequestException refusal) when (refusal.Parameters?.RetryAfter is { } seconds && wait is not null)
            {
                await wait(TimeSpan.FromSeconds(seconds));
            }
            catch (Exception exception) when (exception is RequestException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static TelegramBotClient ClientOf(SandboxServer sandbox, bool retry)
    {
        var options = new TelegramBotClientOptions(new SandboxOptions().Token, sandbox.Address.ToString().TrimEnd('/'));
        options.RetryThreshold = retry ? options.RetryThreshold : 0;
        return new TelegramBotClient(options);
    }
}
