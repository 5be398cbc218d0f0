using NewsBot.Sandbox.Control;

namespace NewsBot.EndToEnd.Tests;

/// <summary>A bot that is killed and started again on the same store. Ben and Olena follow NATO.</summary>
public sealed class KillableBot : IAsyncLifetime
{
    private BotProcess? bot;
    private int published;

    internal EndToEnd World { get; private set; } = null!;

    internal StoreFile Store { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        World = await EndToEnd.StartAsync(limit: TimeSpan.FromMinutes(30));
        Store = new StoreFile(World.StoreFile, World.Limit);
        await StartAsync();
        await World.AskAsync(EndToEnd.Ben, "/subscribe NATO");
        await World.AskAsync(EndToEnd.Olena, "/subscribe NATO");
    }

    public async ValueTask DisposeAsync()
    {
        bot?.Dispose();
        await World.DisposeAsync();
    }

    internal async Task StartAsync() => bot = await World.StartBotAsync();

    /// <summary>Publishes a story, and returns its item.</summary>
    internal NewsItem Publish()
    {
        var item = NextItem();
        World.Newsroom.Publish(item);
        return item;
    }

    internal NewsItem NextItem() => SomeNews.Number(++published);

    internal async Task KillAsync()
    {
        await bot!.KillAsync(World.Limit);
        bot.Dispose();
        bot = null;
    }

    /// <summary>What a test that failed left behind must not fail the next one.</summary>
    internal async Task RecoverAsync()
    {
        if (bot is null)
        {
            await StartFreeAsync();
        }
    }

    /// <summary>Takes away what kept the bot from going on, and starts it.</summary>
    internal async Task StartFreeAsync()
    {
        await Store.UnbarAsync();
        await World.Sandbox.Client.ClearFaultsAsync(World.Limit);
        await StartAsync();
    }

    /// <summary>Waits until the story is pushed to both, and the bot had time to push it again. Returns how often each has it.</summary>
    internal async Task<(int Ben, int Olena)> PushesAsync(NewsItem item)
    {
        await World.WaitForPushAsync(EndToEnd.Ben, item.Title);
        await World.WaitForPushAsync(EndToEnd.Olena, item.Title);
        await Store.HasAsync(0, "Deliveries WHERE State IN (0, 1)");
        await World.Newsroom.PolledAsync(2, World.Limit);
        return (await CountAsync(EndToEnd.Ben, item), await CountAsync(EndToEnd.Olena, item));
    }

    /// <summary>How many pushes of a story a person has.</summary>
    internal async Task<int> CountAsync(long person, NewsItem item) => (await World.PushesAsync(person)).Count(push => Tells(push, item));

    private static bool Tells(MessageView push, NewsItem item) => push.Text.StartsWith(item.Title, StringComparison.Ordinal);
}
