using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Commands;
using NewsBot.Commands.Following;
using NewsBot.Commands.Reading;
using NewsBot.Messages;
using NewsBot.Outbox;
using NewsBot.Storage;
using NewsBot.Subscribers;
using NewsBot.Tests.Support;
using NewsBot.Tests.Topics;
using NewsBot.Topics;

namespace NewsBot.Tests.Commands;

/// <summary>A private chat with the commands about topics, on a real store.</summary>
internal sealed class CommandRun : IDisposable
{
    private static readonly ChatAddress Chat = new(7);

    private readonly TemporaryStore store = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<string, ICommand> commands;
    private int updates;

    public CommandRun(int maximumTopics = 100)
    {
        var recent = new RecentMatches(time);
        commands = new ICommand[]
        {
            new SubscribeCommand(recent, Options.Create(new SubscriberOptions { MaximumTopics = maximumTopics })),
            new UnsubscribeCommand(), new TopicsCommand(), new LevelCommand(), new PreviewCommand(recent), new LatestCommand(recent), new StartCommand(),
        }.ToDictionary(command => command.Name);
    }

    public FakeTimeProvider Time => time;

    public void Dispose() => store.Dispose();

    public NewsDb Open() => store.Open();

    public async Task ArticleAsync(string title, string text = "")
    {
        await using var db = Open();
        await StoredArticle.AddAsync(db, title, text, isNews: true, story: null, time.GetUtcNow());
    }

    /// <summary>What is answered to a typed text such as "/subscribe NATO".</summary>
    public Task<Message> TypeAsync(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal) is var space && space < 0 ? text.Length : space;
        return RunAsync(new IncomingText(++updates, Chat, ChatKind.Private, 7, "en", text, updates, false, null), text[1..end], text[end..].Trim());
    }

    /// <summary>What is answered to a press of a button with this data.</summary>
    public Task<Message> PressAsync(string data)
    {
        var parts = data.Split(':', 2);
        return RunAsync(new IncomingCallback(++updates, Chat, ChatKind.Private, 7, "en", "p", data, 1), parts[0], parts[1]);
    }

    private async Task<Message> RunAsync(Incoming incoming, string command, string argument)
    {
        await using var db = Open();
        var subscriber = await db.FindSubscriberAsync(Chat, default)
            ?? new Subscriber { ChatId = Chat.ChatId, Kind = ChatKind.Private, Language = "en", CreatedAt = time.GetUtcNow() };
        await commands[command].RunAsync(new CommandCall(db, incoming, subscriber, argument, time.GetUtcNow()) { IsBotAdmin = false }, default);
        await db.SaveChangesAsync();
        var answer = await db.Deliveries.OrderByDescending(delivery => delivery.Id).FirstAsync(delivery => delivery.CarriedId == updates);
        return MessageJson.Read(answer.Body!);
    }
}
