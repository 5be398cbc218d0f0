using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Broadcasts;
using NewsBot.Commands;
using NewsBot.Commands.Broadcasting;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Outbox.Sending;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Broadcasts;

namespace NewsBot.Tests.Commands;

public sealed class BroadcastCommandTests : IDisposable
{
    private static readonly Texts English = Texts.For("en");

    private readonly BroadcastStore store = new();
    private int updates = 100;

    private static CancellationToken Stop => BroadcastStore.Stop;

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task A_text_that_just_fits_is_drafted_and_one_that_is_longer_is_not()
    {
        var longest = string.Concat(Enumerable.Repeat("😀", 4096));
        Assert.Equal(longest, (await TypeAsync($"/broadcast {longest}"))[0].PlainText());
        Assert.Equal([English.BroadcastTooLong(4097, 4096)], (await TypeAsync($"/broadcast {longest}x")).Select(answer => answer.PlainText()));
    }

    [Theory]
    [InlineData("/broadcast")]
    [InlineData("/broadcast \n ")]
    [InlineData("/broadcast \u200B\u2060")]
    public async Task Without_anything_to_send_it_explains_itself(string text) =>
        Assert.Equal([English.BroadcastHowTo], (await TypeAsync(text)).Select(answer => answer.PlainText()));

    [Fact]
    public async Task Formatting_is_kept_from_where_the_text_begins()
    {
        var answers = await TypeAsync("/broadcast  😀 bold  ", text => text with { Styles = [new TextStyle(15, 4, SpanStyle.Bold)], PreviewAddress = "https://e.example/" });
        Assert.Equal([new Span("😀 "), new("bold", SpanStyle.Bold)], answers[0].Spans);
        Assert.Equal("https://e.example/", answers[0].PreviewAddress);
    }

    [Fact]
    public async Task A_reply_is_a_copy_and_a_text_goes_before_it()
    {
        Assert.Equal(new MessageSource(BroadcastStore.Admin, 40), (await TypeAsync("/broadcast", text => text with { RepliedMessageId = 40 }))[0].CopyOf);
        Assert.Null((await TypeAsync("/broadcast Hello", text => text with { RepliedMessageId = 40 }))[0].CopyOf);
    }

    [Fact]
    public async Task A_caption_and_a_group_are_told_the_way_to_do_it()
    {
        Assert.Equal(English.BroadcastNoCaption, Assert.Single(await TypeAsync("/broadcast x", text => text with { IsCaption = true })).PlainText());
        Assert.Equal(English.BroadcastInPrivate, Assert.Single(await TypeAsync("/broadcast x", text => text with { Chat = new(-5), ChatKind = ChatKind.Group })).PlainText());
    }

    [Fact]
    public async Task What_could_not_be_shown_is_sent_to_nobody()
    {
        await store.AddChatsAsync(100, 3);
        var draft = await PreviewedAsync(DeliveryState.Failed);
        Assert.Contains("message can't be copied", await PressAsync($"send {draft}"), StringComparison.Ordinal);
        Assert.Equal(BroadcastState.Draft, (await store.ReadAsync(draft)).State);
    }

    [Fact]
    public async Task A_draft_is_sent_once_by_its_own_admin_and_within_a_day()
    {
        await store.AddChatsAsync(100, 3);
        var draft = await PreviewedAsync(DeliveryState.Sent);
        Assert.Equal(English.BroadcastNotYours, await PressAsync($"send {draft}", admin: 8));
        Assert.Null(await PressAsync($"send {draft}"));
        Assert.Equal(English.BroadcastSentAlready, await PressAsync($"send {draft}"));

        var old = await PreviewedAsync(DeliveryState.Sent);
        store.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(English.BroadcastTooOld, await PressAsync($"send {old}"));
    }

    [Theory]
    [InlineData("send")]
    [InlineData("send x")]
    [InlineData("send 99")]
    [InlineData("")]
    public async Task A_press_that_names_no_broadcast_is_refused(string data) =>
        Assert.Equal(English.BroadcastNotFound, await PressAsync(data));

    private async Task<long> PreviewedAsync(DeliveryState preview)
    {
        await TypeAsync("/broadcast", text => text with { RepliedMessageId = 40 });
        await using var db = store.Open();
        var draft = await db.Broadcasts.OrderBy(broadcast => broadcast.Id).LastAsync(Stop);
        await db.Deliveries.Where(delivery => delivery.CarriedId == draft.PreviewUpdateId && delivery.Part == 0).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.State, preview).SetProperty(delivery => delivery.Reason, "Bad Request: message can't be copied"), Stop);
        return draft.Id;
    }

    private async Task<IReadOnlyList<Message>> TypeAsync(string typed, Func<IncomingText, IncomingText>? change = null)
    {
        var text = new IncomingText(++updates, new(BroadcastStore.Admin), ChatKind.Private, BroadcastStore.Admin, "en", typed, 50, false, null);
        var (_, answers) = await RunAsync(change is null ? text : change(text), typed["/broadcast".Length..].Trim());
        return answers;
    }

    private async Task<string?> PressAsync(string data, long admin = BroadcastStore.Admin) =>
        (await RunAsync(new IncomingCallback(++updates, new(admin), ChatKind.Private, admin, "en", "press", $"broadcast:{data}", 60), data)).Notice;

    private async Task<(string? Notice, IReadOnlyList<Message> Answers)> RunAsync(Incoming incoming, string argument)
    {
        var limits = Options.Create(new SendLimits());
        await using var db = store.Open();
        var subscriber = new Subscriber { ChatId = incoming.Chat.ChatId, Language = "en" };
        var call = new CommandCall(db, incoming, subscriber, argument, store.Time.GetUtcNow()) { IsBotAdmin = true };
        await new BroadcastCommand(new BroadcastCallback(limits, NullLogger<BroadcastCallback>.Instance), limits).RunAsync(call, Stop);
        await CommandRun.CommitAsync(db);
        var answers = await db.Deliveries.Where(delivery => delivery.Lane == Lane.Reply && delivery.CarriedId == incoming.UpdateId).OrderBy(delivery => delivery.Part).ToListAsync(Stop);
        return (call.Notice, [.. answers.Select(delivery => MessageJson.Read(delivery.Body!))]);
    }
}
