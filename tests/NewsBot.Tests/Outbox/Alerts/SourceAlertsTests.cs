using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Alerts;
using NewsBot.Sources;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Outbox.Alerts;

public sealed class SourceAlertsTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly SourceAlerts notices = new(Options.Create(new RoleOptions { Admins = [1, 2] }));
    private DateTimeOffset now = new(2026, 11, 2, 10, 0, 0, TimeSpan.Zero);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task Each_admin_is_told_once_with_the_reason_and_a_button()
    {
        await AddAsync(1, source => (source.FailingSince, source.FailureReason) = (now.AddHours(-25), "It is too busy."));

        await LookAsync();
        await LookAsync();

        var (chats, message) = await ToldAsync();
        Assert.Equal([1, 2], chats);
        Assert.Equal("A source needs attention:\n\n1. Daily 1 has been failing for a day. It is too busy.", message.PlainText());
        Assert.Equal("source:show 1", message.Rows[0].Single().Data);
    }

    [Fact]
    public async Task A_trouble_that_ends_and_begins_anew_is_told_anew()
    {
        await AddAsync(1, source => source.FailingSince = now.AddHours(-25));
        await LookAsync();
        await ChangeAsync(source => source.FailingSince = null);
        await LookAsync();
        await ChangeAsync(source => source.FailingSince = now.AddHours(-30));

        await LookAsync();

        Assert.Equal(4, (await ToldAsync()).Chats.Count);
    }

    [Fact]
    public async Task A_day_without_network_is_one_message_and_not_one_for_each_source()
    {
        for (var number = 1; number <= 50; number++)
        {
            await AddAsync(number, source => source.FailingSince = now.AddHours(-25));
        }

        await LookAsync();

        var (chats, message) = await ToldAsync();
        Assert.Equal(2, chats.Count);
        Assert.StartsWith("50 sources need attention:", message.PlainText(), StringComparison.Ordinal);
        Assert.EndsWith("… and 42 more", message.PlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_gone_and_what_is_silent_are_told_as_what_they_are()
    {
        await AddAsync(1, source => source.State = SourceState.Gone);
        await AddAsync(2, source => (source.TypicalGap, source.LastNewsAt, source.BaselineAt) = (TimeSpan.FromHours(3), now.AddDays(-6), now.AddDays(-60)));

        await LookAsync();

        var text = (await ToldAsync()).Message.PlainText();
        Assert.Contains("1. Daily 1 is permanently gone, says its site.", text, StringComparison.Ordinal);
        Assert.Contains("2. Daily 2 has had nothing new for 6 days; it used to have something every 3 h.", text, StringComparison.Ordinal);
    }

    private async Task LookAsync()
    {
        now += TimeSpan.FromMinutes(1);
        await using var db = store.Open();
        await notices.TellAsync(db, now, Stop);
    }

    private async Task AddAsync(int number, Action<Source> change)
    {
        await using var db = store.Open();
        var source = new Source { Id = number, Address = $"https://news-{number}.example/", Title = $"Daily {number}" };
        change(source);
        db.Sources.Add(source);
        await db.SaveChangesAsync(Stop);
    }

    private async Task ChangeAsync(Action<Source> change)
    {
        await using var db = store.Open();
        change(await db.Sources.SingleAsync(Stop));
        await db.SaveChangesAsync(Stop);
    }

    private async Task<(List<long> Chats, Message Message)> ToldAsync()
    {
        await using var db = store.Open();
        var told = await db.Deliveries.OrderBy(delivery => delivery.Id).ToListAsync(Stop);
        return ([.. told.Select(delivery => delivery.ChatId)], MessageJson.Read(told[^1].Body!));
    }
}
