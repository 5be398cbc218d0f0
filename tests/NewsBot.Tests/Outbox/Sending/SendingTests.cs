using Microsoft.EntityFrameworkCore;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.Tests.Outbox.Sending;

public sealed class SendingTests : IDisposable
{
    private const long Group = -7;

    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(34);

    private readonly SendingRun run = new();

    public void Dispose() => run.Dispose();

    [Fact]
    public async Task A_chat_told_to_wait_half_a_day_does_so_over_a_restart_while_the_others_go_on()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, Group, Group, Group, 8);
        run.Telegram = delivery => delivery.Id == 3 ? new SendOutcome.Throttled(HalfADay) : new SendOutcome.Sent((int)delivery.Id);
        await run.RunAsync(TimeSpan.FromSeconds(2), Step);
        Assert.Equal([1, 2, 4], run.Sent.Select(attempt => attempt.Delivery.Id).Order());

        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        await run.RestartAsync();
        await run.OweAsync(Lane.News, Group, 8, 9);
        await run.RunAsync(TimeSpan.FromSeconds(2), Step);
        Assert.Equal([6, 7], run.Attempts.Skip(4).Select(attempt => attempt.Delivery.Id).Order());

        run.Wait(HalfADay - run.Now + TimeSpan.FromSeconds(1));
        await run.RestartAsync();
        await run.RunAsync(TimeSpan.FromSeconds(2), Step);
        Assert.Equal([3, 5], run.Attempts.Skip(6).Select(attempt => attempt.Delivery.Id));
    }

    [Fact]
    public async Task The_word_of_one_chat_inside_its_budget_holds_everyone_for_seconds_and_itself_for_as_long_as_it_was_told()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 8);
        run.Telegram = _ => new SendOutcome.Throttled(HalfADay);
        await run.RunAsync(TimeSpan.FromSeconds(1), Step);
        await run.OweAsync(Lane.News, 9, 10);
        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        await run.RunAsync(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(1));
        Assert.All(run.Sent, attempt => Assert.InRange(attempt.At.TotalSeconds, 30, 33));
        Assert.Equal([9, 10], run.Sent.Select(attempt => attempt.Delivery.ChatId).Order());
    }

    [Fact]
    public async Task A_group_over_its_budget_never_delays_private_chats()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, Enumerable.Repeat(Group, 40));
        await run.RunAsync(TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(500));
        await run.OweAsync(Lane.News, 8, 9);
        var owedAt = run.Now;
        await run.RunAsync(TimeSpan.FromSeconds(1), Step);
        Assert.All(run.Sent.Where(attempt => attempt.Delivery.ChatId > 0), attempt => Assert.InRange((attempt.At - owedAt).TotalSeconds, 0, 0.2));
        Assert.Equal(2, run.Sent.Count(attempt => attempt.Delivery.ChatId > 0));
        Assert.Equal(20, run.Sent.Count(attempt => attempt.Delivery.ChatId == Group));
    }

    [Fact]
    public async Task After_ten_minutes_of_refusals_the_backlog_drains_at_the_ceiling_lanes_in_order_and_nothing_doubled()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, Enumerable.Range(1, 80).Select(chat => (long)chat));
        await run.OweAsync(Lane.Digest, Enumerable.Range(101, 20).Select(chat => (long)chat));
        run.Telegram = _ => new SendOutcome.Throttled(TimeSpan.FromSeconds(7));
        await run.RunAsync(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
        Assert.Empty(run.Sent);

        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        await run.RunAsync(TimeSpan.FromSeconds(12), Step);
        var sent = run.Sent.ToList();
        Assert.Equal(100, sent.Select(attempt => attempt.Delivery.Id).Distinct().Count());
        Assert.Equal(100, sent.Count);

        // At thirty a second a hundred take three seconds and a third.
        Assert.InRange((sent[^1].At - sent[0].At).TotalSeconds, 3, 3.7);
        Assert.InRange(sent.Take(20).Count(attempt => attempt.Delivery.Lane == Lane.News), 17, 19);
        await using var db = run.Open();
        Assert.Equal(100, await db.Deliveries.CountAsync(attempt => attempt.State == DeliveryState.Sent));
    }

    [Fact]
    public async Task An_outage_is_probed_with_backoff_and_costs_only_what_was_on_its_way()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 1, 2, 3, 4, 5);
        run.Telegram = _ => new SendOutcome.Unknown("HTTP 502 without a readable answer");
        run.Probe = () => new SendOutcome.Unknown("HTTP 502 without a readable answer");
        await run.RunAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMilliseconds(100));
        Assert.Single(run.Attempts);
        Assert.All(run.Probes.Skip(1).Zip(run.Probes.Skip(2)), pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 1, 31));
        Assert.Contains("Telegram cannot be reached since", run.Problem, StringComparison.Ordinal);

        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        run.Probe = () => new SendOutcome.Sent(0);
        await run.RunAsync(TimeSpan.FromSeconds(35), TimeSpan.FromMilliseconds(100));
        Assert.Equal([1, 2, 3, 4, 5], run.Sent.Select(attempt => attempt.Delivery.Id).Order());
        Assert.Null(run.Problem);
    }

    [Fact]
    public async Task A_second_outage_while_the_first_is_made_up_for_loses_nothing()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 1, 2, 3);
        for (var outage = 0; outage < 4; outage++)
        {
            run.Telegram = _ => new SendOutcome.Unknown("connection reset");
            await run.RunAsync(TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(100)); // Telegram answers probes, and no message gets through
            run.Probe = () => new SendOutcome.Unknown("connection reset");
            await run.RunAsync(TimeSpan.FromSeconds(40), TimeSpan.FromMilliseconds(100));
            run.Probe = () => new SendOutcome.Sent(0);
        }

        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        await run.RunAsync(TimeSpan.FromMinutes(6), TimeSpan.FromMilliseconds(100));
        Assert.Equal([1, 2, 3], run.Sent.Select(attempt => attempt.Delivery.Id).Order());
    }

    [Fact]
    public async Task A_message_that_never_gets_an_answer_is_tried_once_more_and_holds_up_no_other_chat()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 9);
        await run.RunAsync(TimeSpan.FromSeconds(0.5), Step);
        await run.OweAsync(Lane.News, 1, 2, 3);
        run.Telegram = delivery => delivery.ChatId == 1 ? new SendOutcome.Unknown("connection reset") : new SendOutcome.Sent(1);
        await run.RunAsync(TimeSpan.FromSeconds(1), Step);
        Assert.Equal([2, 3, 9], run.Sent.Select(attempt => attempt.Delivery.ChatId).Order());
        await run.RunAsync(TimeSpan.FromMinutes(10), TimeSpan.FromSeconds(1));
        Assert.Equal(2, run.Attempts.Count(attempt => attempt.Delivery.ChatId == 1));
        await using var db = run.Open();
        Assert.Equal(DeliveryState.Unknown, (await db.Deliveries.SingleAsync(delivery => delivery.ChatId == 1)).State);
    }

    [Fact]
    public async Task A_refused_token_stops_all_sending_and_loses_nothing()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 1, 2);
        run.Telegram = _ => new SendOutcome.TokenRefused("Unauthorized");
        run.Probe = () => new SendOutcome.TokenRefused("Unauthorized");
        await run.RunAsync(TimeSpan.FromMinutes(1), TimeSpan.FromMilliseconds(100));
        Assert.Single(run.Attempts);
        Assert.Contains("Unauthorized", run.Problem, StringComparison.Ordinal);
        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        run.Probe = () => new SendOutcome.Sent(0);
        await run.RunAsync(TimeSpan.FromSeconds(35), TimeSpan.FromMilliseconds(100));
        Assert.Equal([1, 2], run.Sent.Select(attempt => attempt.Delivery.Id).Order());
    }

    [Fact]
    public async Task A_wait_of_years_is_tried_again_after_a_day()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 1);
        run.Telegram = _ => new SendOutcome.Throttled(TimeSpan.FromSeconds(1_000_000_000));
        await run.RunAsync(TimeSpan.FromDays(3), TimeSpan.FromMinutes(10));
        Assert.Equal([0, 1, 2], run.Attempts.Select(attempt => (int)attempt.At.TotalDays));
        run.Telegram = delivery => new SendOutcome.Sent((int)delivery.Id);
        await run.RunAsync(TimeSpan.FromDays(1), TimeSpan.FromMinutes(10));
        Assert.Single(run.Sent);
    }

    [Fact]
    public async Task One_chat_that_fails_holds_up_no_other()
    {
        await run.RestartAsync();
        await run.OweAsync(Lane.News, 9);
        await run.RunAsync(TimeSpan.FromSeconds(0.5), Step);
        await run.OweAsync(Lane.News, 1, 2, 3);
        run.Telegram = delivery => delivery.ChatId == 1 ? new SendOutcome.NotSent("Internal Server Error: restart") : new SendOutcome.Sent(1);
        await run.RunAsync(TimeSpan.FromSeconds(0.5), Step);
        Assert.Equal([2, 3, 9], run.Sent.Select(attempt => attempt.Delivery.ChatId).Order());
    }
}
