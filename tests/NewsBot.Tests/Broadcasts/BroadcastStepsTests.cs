using Microsoft.EntityFrameworkCore;
using NewsBot.Broadcasts;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;

namespace NewsBot.Tests.Broadcasts;

public sealed class BroadcastStepsTests : IDisposable
{
    private readonly BroadcastStore store = new();

    private static CancellationToken Stop => BroadcastStore.Stop;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task The_report_counts_the_deliveries_by_how_they_ended()
    {
        await store.AddChatsAsync(100, 20);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        await store.EndAsync(12, DeliveryState.Sent);
        await store.EndAsync(4, DeliveryState.Blocked);
        await store.EndAsync(3, DeliveryState.Failed);
        await store.EndAsync(1, DeliveryState.Unknown);
        store.Time.Advance(TimeSpan.FromSeconds(70));
        await store.StepToRestAsync(id);

        var told = await store.ToldAsync();
        Assert.Equal([5, null], told.Select(one => one.Edits));
        Assert.All(told, one => Assert.StartsWith(
            $"Announcement {id} is done.\n\nRecipients: 20\nSent: 12\nBlocked: 4\nFailed: 3 (mostly: Bad Request: why not)\nUnknown: 1 ", one.Text, StringComparison.Ordinal));
        Assert.All(told, one => Assert.EndsWith("Cancelled: 0\nDuration: 1 min 10 s", one.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Progress_is_told_every_five_seconds_at_most_and_never_twice_at_once()
    {
        await store.AddChatsAsync(100, 20);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        await store.EndAsync(5, DeliveryState.Sent);
        store.Time.Advance(TimeSpan.FromSeconds(4));
        await store.StepToRestAsync(id);
        Assert.Empty(await store.ToldAsync());

        store.Time.Advance(TimeSpan.FromSeconds(1));
        await store.StepToRestAsync(id);
        store.Time.Advance(TimeSpan.FromSeconds(30));
        await store.StepToRestAsync(id);
        var (text, edits) = Assert.Single(await store.ToldAsync());
        Assert.Equal(5, edits);
        Assert.Contains("5 of 20 (25%)", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_is_gone_is_not_edited_again()
    {
        await store.AddChatsAsync(100, 20);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        store.Time.Advance(TimeSpan.FromSeconds(5));
        await store.StepToRestAsync(id);
        await using (var db = store.Open())
        {
            await db.Deliveries.Where(delivery => delivery.EditsMessageId == 5).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Failed), Stop);
        }

        store.Time.Advance(TimeSpan.FromSeconds(5));
        await store.StepToRestAsync(id);
        Assert.Empty(await store.ToldAsync());
        Assert.Null((await store.ReadAsync(id)).ProgressMessageId);
    }

    [Fact]
    public async Task A_cancelled_one_counts_those_that_were_not_even_owed_it_yet()
    {
        await store.AddChatsAsync(100, 25_000);
        var id = await store.StartAsync();
        await store.StepAsync(id);
        await store.EndAsync(7, DeliveryState.Sent);
        await store.ChangeAsync(id, (db, broadcast) => db.CancelAsync(broadcast, Stop));
        await store.StepToRestAsync(id);

        Assert.Contains("was cancelled.\n\nRecipients: 25,000\nSent: 7\nBlocked: 0\nFailed: 0\nUnknown: 0\nCancelled: 24,993\n", (await store.ToldAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_one_is_over_only_when_what_was_on_its_way_has_ended()
    {
        await store.AddChatsAsync(100, 3);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        await store.EndAsync(1, DeliveryState.Sending);
        await store.ChangeAsync(id, (db, broadcast) => db.CancelAsync(broadcast, Stop));
        await store.StepToRestAsync(id);
        Assert.Null((await store.ReadAsync(id)).FinishedAt);

        await using (var db = store.Open())
        {
            // Told to wait, it comes back after the others were cancelled.
            await db.Deliveries.Where(delivery => delivery.State == DeliveryState.Sending).ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.State, DeliveryState.Waiting), Stop);
        }

        await store.StepToRestAsync(id);
        Assert.NotNull((await store.ReadAsync(id)).FinishedAt);
        Assert.Contains("Cancelled: 3\n", (await store.ToldAsync())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_closed_itself_pauses_and_a_resume_opens_it_again()
    {
        await store.AddChatsAsync(100, 3);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        await store.ChangeAsync(id, async (db, broadcast) =>
        {
            var announcement = await db.AnnouncementOfAsync(broadcast, Stop);
            (announcement.IsOpen, announcement.ClosedBecause, announcement.RefusalsInARow) = (false, "Bad Request: message to copy not found", 10);
        });
        await store.StepToRestAsync(id);
        Assert.Contains("message to copy not found", (await store.ToldAsync())[^1].Text, StringComparison.Ordinal);
        Assert.Equal(BroadcastState.Paused, (await store.ReadAsync(id)).State);

        await store.ChangeAsync(id, (db, broadcast) => db.ResumeAsync(broadcast, Stop));
        await store.StepToRestAsync(id);
        await using var db = store.Open();
        Assert.Equal((true, 0), await db.Announcements.Select(broadcastContent => ValueTuple.Create(broadcastContent.IsOpen, broadcastContent.RefusalsInARow)).SingleAsync(Stop));
        Assert.Equal(BroadcastState.Sending, (await store.ReadAsync(id)).State);
    }

    [Fact]
    public async Task A_pause_is_no_part_of_the_pace()
    {
        await store.AddChatsAsync(100, 60);
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        await store.ChangeAsync(id, (db, broadcast) => db.PauseAsync(broadcast, null, Stop));
        await store.EndAsync(1, DeliveryState.Sent);
        store.Time.Advance(TimeSpan.FromHours(3));
        await store.ChangeAsync(id, async (db, broadcast) =>
        {
            await db.ResumeAsync(broadcast, Stop);
            Assert.Equal(TimeSpan.FromSeconds(59 / 30.0), BroadcastEstimate.Left(broadcast, await db.TallyAsync(broadcast, Stop), new SendLimits(), store.Time.GetUtcNow()));
        });
    }

    [Fact]
    public async Task A_newer_draft_replaces_the_older_and_the_text_is_stored_once()
    {
        await store.AddChatsAsync(100, 30);
        var old = await store.DraftAsync("old");
        var id = await store.StartAsync();
        await store.StepToRestAsync(id);
        Assert.Equal(BroadcastState.Replaced, (await store.ReadAsync(old)).State);
        await using var db = store.Open();
        Assert.Equal(30, await db.Deliveries.CountAsync(delivery => delivery.Lane == Lane.Broadcast && delivery.Body == null && delivery.CarriedId == id, Stop));
    }

    [Fact]
    public async Task Of_two_who_change_its_state_at_once_the_later_fails()
    {
        var id = await store.StartAsync();
        await using var slow = store.Open();
        var seen = await slow.Broadcasts.SingleAsync(one => one.Id == id, Stop);
        await store.ChangeAsync(id, (db, broadcast) => db.PauseAsync(broadcast, null, Stop));
        seen.State = BroadcastState.Cancelled;
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync(Stop));
    }

    [Fact]
    public void What_is_left_takes_as_long_as_the_pace_since_progress_was_told()
    {
        var now = store.Time.GetUtcNow();
        var broadcast = new Broadcast { ProgressAt = now - TimeSpan.FromSeconds(5), EndedAtProgress = 100 };
        var figures = new BroadcastFigures(1_000, 200, 0, 0, 0, 0);
        Assert.Equal(TimeSpan.FromSeconds(40), BroadcastEstimate.Left(broadcast, figures, new SendLimits(), now));
        broadcast.EndedAtProgress = 200;
        Assert.Equal(TimeSpan.FromSeconds(800 / 30.0), BroadcastEstimate.Left(broadcast, figures, new SendLimits(), now));
    }
}
