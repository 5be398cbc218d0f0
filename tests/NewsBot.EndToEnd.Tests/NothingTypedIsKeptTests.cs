using System.Text;
using Microsoft.EntityFrameworkCore;
using NewsBot.Commands;
using NewsBot.Outbox;
using NewsBot.Sandbox.Control;
using NewsBot.Subscribers;

namespace NewsBot.EndToEnd.Tests;

/// <summary>Odd words, typed in every way, are in no table and in no file of the store once nobody follows them.</summary>
public sealed class NothingTypedIsKeptTests
{
    /// <summary>Part of each odd word, and of nothing else.</summary>
    private const string Trace = "zqxv";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Odd_words_typed_in_every_way_are_gone_after_unfollowing_and_after_deleting_everything(bool byDeleteMe)
    {
        await using var world = await EndToEnd.StartAsync();
        using var bot = await world.StartBotAsync();
        string[] typed =
        [
            "zqxvoffer", "zqxvone, zqxvtwo\nzqxvthree", $"zqxv{new string('l', 70)} zqxvlong", "/subscribe zqxvfollowed", "/subscribe zqxva AND (zqxvb OR zqxvc)",
            "/subscribe (zqxvbroken", "/preview zqxvpreview", "/latest zqxvlatest", "/unsubscribe zqxvunknown", "/pause zqxvpause 8h", "/resume zqxvresume",
            "/level zqxvlevel headline", "/why zqxvwhy", "/zqxvcommand", "/start zqxvstart", "/start t_enF4dmRlZXA", "/announcements zqxvon", "/help zqxvhelp",
            "/source zqxvsource", "/broadcast zqxvbroadcast", $"{world.Newsroom.Files}zqxvaddress", $"/addsource {world.Newsroom.Files}zqxvsite",
        ];
        foreach (var text in typed)
        {
            await world.Sandbox.Client.SendTextAsync(EndToEnd.Ben, text, world.Limit);
        }

        await HandledAsync(world);
        var offered = await FindAsync(world, "Do you want to follow zqxvoffer");
        await PressAsync(world, offered, 0);
        await PressAsync(world, await FindAsync(world, "Do you want to follow zqxvlll"), 0);
        await HandledAsync(world);
        Assert.True(await world.ReadAsync(db => db.Subscriptions.CountAsync(world.Limit)) >= 6); // what is followed is there
        Assert.NotEmpty(Traces(world));

        if (byDeleteMe)
        {
            var question = await world.AskAsync(EndToEnd.Ben, "/deleteme");
            await PressAsync(world, question, 0);
        }
        else
        {
            await UnfollowAllAsync(world);
        }

        await HandledAsync(world);
        Assert.Equal(0, await world.ReadAsync(db => db.Subscriptions.CountAsync(world.Limit)));
        for (var attempt = 0; attempt < 100 && Traces(world).Count > 0; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, world.Limit);
        }

        Assert.Empty(Traces(world));
        Assert.DoesNotContain(Trace, bot.Printed, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task UnfollowAllAsync(EndToEnd world)
    {
        while (true)
        {
            var page = await world.AskAsync(EndToEnd.Ben, "/unsubscribe");
            if (page.Buttons.Count == 0)
            {
                return;
            }

            await PressAsync(world, page, 0);
            await HandledAsync(world);
        }
    }

    /// <summary>The files that hold a trace. SQLite keeps text as it is, so they hold every table too.</summary>
    private static List<string> Traces(EndToEnd world) =>
    [
        .. Directory.EnumerateFiles(world.Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Where(file =>
        {
            using var content = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(content, Encoding.Latin1);
            return text.ReadToEnd().Contains(Trace, StringComparison.OrdinalIgnoreCase);
        }),
    ];

    private static async Task HandledAsync(EndToEnd world)
    {
        await world.HasAcknowledgedUpdatesAsync();
        await world.UntilAsync(async db => !await db.InboxUpdates.AnyAsync(update => update.HandledAt == null, world.Limit)
            && !await db.Deliveries.AnyAsync(delivery => delivery.FinishedAt == null, world.Limit));
    }

    private static async Task<MessageView> FindAsync(EndToEnd world, string start) =>
        (await world.Sandbox.Client.GetMessagesAsync(EndToEnd.Ben, world.Limit)).Last(message => message.IsByBot && message.Text.StartsWith(start, StringComparison.Ordinal));

    private static Task<PressView> PressAsync(EndToEnd world, MessageView message, int row) =>
        world.Sandbox.Client.PressAsync(new NewPress(EndToEnd.Ben, EndToEnd.Ben, message.MessageId, message.Buttons[row][0].Data!), world.Limit);
}
