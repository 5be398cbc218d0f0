using Microsoft.EntityFrameworkCore;
using NewsBot.Sources;
using NewsBot.Storage;

namespace NewsBot.Tests.Sources.Polling;

public sealed class EntriesOfASourceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_fetch_is_a_baseline()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss([.. Enumerable.Range(0, 500).Select(number => Some.Item(number))]));

        await watching.VisitAsync();

        var entries = await watching.EntriesAsync();
        Assert.Equal(500, entries.Count);
        Assert.All(entries, entry => Assert.True(entry is { Baseline: true, State: EntryState.Waiting }));
        Assert.Equal(watching.Time.GetUtcNow(), (await watching.SourceAsync()).BaselineAt);
        Assert.Equal("Daily Test", (await watching.SourceAsync()).Title);
    }

    [Fact]
    public async Task What_comes_after_the_baseline_is_new_and_rings()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1)));
        await watching.VisitAsync();
        watching.Site.Answer("/feed", Some.Rss(Some.Item(2), Some.Item(1)));
        watching.Time.Advance(TimeSpan.FromHours(1));

        await watching.VisitAsync();

        var entry = (await watching.EntriesAsync())[1];
        Assert.False(entry.Baseline);
        Assert.Equal(("Story 2", "https://news.example/2", "Text of story 2."), (entry.Title, entry.Address, entry.Text));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero), entry.Published);
        Assert.Equal(watching.Time.GetUtcNow(), entry.FirstSeenAt);
        await watching.Doorbell.WaitAsync(TimeSpan.FromDays(1), watching.Time, Stop);
    }

    [Fact]
    public async Task A_baseline_that_failed_at_first_is_still_one()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", 500);
        await watching.VisitAsync();
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1)));

        await watching.VisitAsync();

        Assert.True(Assert.Single(await watching.EntriesAsync()).Baseline);
    }

    [Fact]
    public async Task An_edited_or_redated_entry_is_updated_and_does_not_wait_again()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1), Some.Item(2)));
        await watching.VisitAsync();
        await using (var db = watching.Open())
        {
            await db.Entries.ExecuteUpdateAsync(set => set.SetProperty(entry => entry.State, EntryState.Read), Stop);
        }

        var before = (await watching.EntriesAsync())[0].FirstSeenAt;
        watching.Time.Advance(TimeSpan.FromHours(1));
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1, "Edited", "Tue, 03 Nov 2026 10:00:00 GMT"), Some.Item(2)));

        await watching.VisitAsync();

        var entries = await watching.EntriesAsync();
        Assert.Equal(["Edited", "Story 2"], entries.Select(entry => entry.Title));
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 10, 0, 0, TimeSpan.Zero), entries[0].Published);
        Assert.All(entries, entry => Assert.Equal((EntryState.Read, before), (entry.State, entry.FirstSeenAt)));
    }

    [Fact]
    public async Task A_later_version_that_says_less_takes_nothing_away()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1)));
        await watching.VisitAsync();
        watching.Site.Answer("/feed", Some.Rss("<item><guid>story-1</guid><title>Story 1</title></item>"));

        await watching.VisitAsync();

        var entry = Assert.Single(await watching.EntriesAsync());
        Assert.Equal(("https://news.example/1", "Text of story 1."), (entry.Address, entry.Text));
        Assert.NotNull(entry.Published);
    }

    [Fact]
    public async Task An_entry_that_left_the_feed_and_comes_back_is_not_new()
    {
        await using var watching = await Watching.StartAsync("/feed");
        foreach (var items in new[] { Some.Item(1), Some.Item(2), Some.Item(2) + Some.Item(1) })
        {
            watching.Site.Answer("/feed", Some.Rss(items));
            await watching.VisitAsync();
        }

        Assert.Equal(2, (await watching.EntriesAsync()).Count);
    }

    [Fact]
    public async Task Of_two_entries_that_are_the_same_the_first_stands()
    {
        await using var watching = await Watching.StartAsync("/feed");
        watching.Site.Answer("/feed", Some.Rss(Some.Item(1, "First"), Some.Item(1, "Second")));

        await watching.VisitAsync();

        Assert.Equal("First", Assert.Single(await watching.EntriesAsync()).Title);
    }

    [Fact]
    public async Task Entries_without_title_or_link_are_kept_for_what_they_say()
    {
        await using var watching = await Watching.StartAsync("/feed");
        var text = string.Join(' ', Enumerable.Repeat("word", 50));
        watching.Site.Answer("/feed", Some.Rss(
            $"<item><description>{text}</description></item>",
            "<item><title>No link</title></item>",
            "<item><link>https://news.example/3</link></item>",
            "<item><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item>"));

        await watching.VisitAsync();

        var entries = (await watching.EntriesAsync()).OrderBy(entry => entry.Title, StringComparer.Ordinal).ToList();
        Assert.Equal(["No link", "https://news.example/3", string.Join(' ', Enumerable.Repeat("word", 16)) + "…"], entries.Select(entry => entry.Title));
        Assert.Equal([null, "https://news.example/3", null], entries.Select(entry => entry.Address));
    }

    [Fact]
    public async Task The_same_guid_in_two_feeds_is_two_entries()
    {
        await using var watching = await Watching.StartAsync("/one", "/two");
        watching.Site.Answer("/one", Some.Rss(Some.Item(1)));
        watching.Site.Answer("/two", Some.Rss(Some.Item(1)));

        await watching.VisitAsync();

        Assert.Equal(2, (await watching.EntriesAsync()).Count);
    }
}
